import type { Created } from '#/features/saving/types';
import type { SectionView } from './sectionView';
import { useCreatedTold } from './useCreatedTold';
import { type ListKeysOptions, useListKeys } from './useListKeys';
import { useRename } from './useRename';
import { useUndoKeys } from './useUndoKeys';

export { startRename } from '#/features/course-changes/renames';
export { RenameBox } from './rows/RenameBox';

export interface ListExtrasProps extends ListKeysOptions {
  created: Created | undefined;
  views: readonly SectionView[];
}

/** What the list does beyond being shown, in a chunk that comes after it. */
export function ListExtras({ store, created, views, permissions }: ListExtrasProps) {
  useUndoKeys(store);
  useRename(store, permissions);
  useListKeys({ store, permissions });
  useCreatedTold(store, created, views);
  return null;
}
