import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { type CourseStore, type Rename, setState } from './courseStore';
import { setUnfinished, type Unfinished } from './unfinished';

/** null closes the box. What is typed there and not saved is asked about before it would be lost, also from another page. */
export function setRename(store: CourseStore, id: number, rename: Rename | null): void {
  const renames = new Map(store.state.getSnapshot().renames);
  if (rename) renames.set(id, rename);
  else renames.delete(id);
  setState(store, { renames });
  setUnfinished(typedTitles(store), !store.isClosed && typedIn(store).length > 0);
}

const typedIn = ({ state }: CourseStore) =>
  [...state.getSnapshot().renames].filter(
    ([, { isSaving, text, over }]) => !isSaving && text !== (over ?? ''),
  );

const works = new WeakMap<CourseStore, Unfinished>();

function typedTitles(store: CourseStore): Unfinished {
  const known = works.get(store);
  if (known) return known;
  const work: Unfinished = {
    isTyped: true,
    describe: () => typedIn(store).map(([id, { text }]) => `“${text}” for “${listedTitle(store, id) ?? ''}”`),
    flush: () => undefined,
    hasTrouble: () => false,
    isKept: () => false,
  };
  works.set(store, work);
  return work;
}

/** The title of a section as the list holds it; undefined where it has none such. */
export const listedTitle = ({ client, courseId }: CourseStore, id: number): string | null | undefined =>
  client.getQueryData(courseSectionsQuery(courseId).queryKey)?.rows.find(({ Id }) => Id === id)?.Title;

/** Opens the box in the row of a section; what was typed there before is still in it. */
export function startRename(store: CourseStore, id: number): void {
  const over = listedTitle(store, id);
  if (over === undefined) return;
  const open = store.state.getSnapshot().renames.get(id) ?? { over, text: over ?? '', turn: -1 };
  const turn = open.turn + 1;
  // Another title for one that is still being saved: that one is what the person sees.
  const { text } = open;
  setRename(store, id, open.isSaving ? { over: text, text, turn, saving: open } : { ...open, turn });
}

/** What is typed in the box of a section; what was wrong with it before is said no longer. */
export function typeTitle(store: CourseStore, id: number, text: string, isSaving = false): void {
  const open = store.state.getSnapshot().renames.get(id);
  if (!open) return;
  const { problem: _told, ...others } = open;
  setRename(store, id, { ...others, text, ...(isSaving && { isSaving }) });
}

/** Closes the box of a section without saving what stands in it. */
export function giveUpRename(store: CourseStore, id: number): void {
  setRename(store, id, store.state.getSnapshot().renames.get(id)?.saving ?? null);
}

/** @returns what is left at a row when the saving of a title has ended: what was typed there since, if anything was */
export function withoutSaved(rename: Rename | undefined, title: string): Rename | null {
  if (!rename || (rename.isSaving && rename.text === title)) return null;
  const { saving, ...others } = rename;
  const before = withoutSaved(saving, title);
  return before ? { ...others, saving: before } : others;
}
