import { useEffect, useEffectEvent } from 'react';
import { announce, type CourseStore } from '#/features/course-changes/courseStore';
import type { Created } from '#/features/saving/types';
import type { SectionView } from './sectionView';

/** Where a section stands that was just created, with “Undo” and “Open”, once it is in the list. */
export function useCreatedTold(
  store: CourseStore,
  created: Created | undefined,
  views: readonly SectionView[],
): void {
  const tell = useEffectEvent((id: number) => {
    const view = views.find((one) => one.id === id);
    const { undoable } = store.state.getSnapshot();
    const hasUndo = undoable?.kind === 'created' && undoable.records.some(({ Id }) => Id === id);
    const text = `“${view?.title ?? ''}” created at position ${view?.position ?? 1} of ${views.length}`;
    announce(store, text, { created: id, hasUndo });
  });
  const id = created?.id;
  const isThere = views.some((view) => view.id === id);
  useEffect(() => {
    if (id !== undefined && isThere) tell(id);
  }, [id, isThere]);
}
