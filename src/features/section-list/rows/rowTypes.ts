import type { CourseStore } from '#/features/course-changes/courseStore';
import type { DragHandle } from './useRowDrag';
import type { SectionView } from '#/features/section-list/sectionView';

/** What a row can ask for. The same object as long as the list lives, so that rows are not rendered for nothing. */
export interface RowActions {
  readonly drag: DragHandle;
  readonly store: CourseStore;
  toggle(id: number, isRange: boolean): void;
  moveBy(id: number, by: -1 | 1): void;
  setActive(view: SectionView, isActive: boolean): void;
  askDuplicate(id: number): void;
  askRule(id: number): void;
  askMove(id: number): void;
  askDelete(id: number): void;
}
