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
  const open = store.state.getSnapshot().renames.get(id);
  if (over === undefined || open?.isSaving) return;
  setRename(store, id, open ? { ...open, turn: open.turn + 1 } : { over, text: over ?? '', turn: 0 });
}
