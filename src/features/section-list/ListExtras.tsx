import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Created } from '#/features/saving/types';
import type { SectionView } from './sectionView';
import { useCreatedTold } from './useCreatedTold';
import { type ListKeysOptions, useListKeys } from './useListKeys';
import { useRename } from './useRename';
import { useUndoKeys } from './useUndoKeys';

export { startRename } from '#/features/course-changes/renames';
export { RenameBox } from './rows/RenameBox';

export interface ListExtrasProps extends Omit<ListKeysOptions, 'courseId'> {
  store: CourseStore;
  created: Created | undefined;
  views: readonly SectionView[];
}

/** What the list does beyond being shown, in a chunk that comes after it. */
export function ListExtras({ store, created, views, ...keys }: ListExtrasProps) {
  useUndoKeys(store);
  useRename(store, keys.permissions);
  useListKeys({ courseId: store.courseId, ...keys });
  useCreatedTold(store, created, views);
  return null;
}
