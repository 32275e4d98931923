import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Created } from '#/features/saving/types';
import type { SectionView } from './sectionView';
import { useCreatedTold } from './useCreatedTold';
import { useUndoKeys } from './useUndoKeys';

export interface ListExtrasProps {
  store: CourseStore;
  created: Created | undefined;
  views: readonly SectionView[];
}

/** What the list does beyond being shown, in a chunk that comes after it. */
export function ListExtras({ store, created, views }: ListExtrasProps) {
  useUndoKeys(store);
  useCreatedTold(store, created, views);
  return null;
}
