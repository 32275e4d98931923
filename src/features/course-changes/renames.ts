import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { type CourseStore, type Rename, setState } from './courseStore';

/** null closes the box. */
export function setRename(store: CourseStore, id: number, rename: Rename | null): void {
  const renames = new Map(store.state.getSnapshot().renames);
  if (rename) renames.set(id, rename);
  else renames.delete(id);
  setState(store, { renames });
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
