import { useState } from 'react';
import { moveDown, moveTo, moveUp, type Sequence } from '#/features/course-changes/plan/sequence';
import { moveRows, withEngine } from '#/features/course-changes/dispatch';
import type { Question } from './dialogs/ListDialogs';
import type { RowActions } from './rows/rowTypes';
import type { SectionView } from './sectionView';
import { refresh } from './useSections';
import { say, type Work } from '#/features/course-changes/courseStore';

interface ListActionsOptions {
  work: Work;
  /** The whole course, in the order of the screen. */
  views: readonly SectionView[];
  sequence: Sequence;
  toggle: RowActions['toggle'];
  ask: (question: Question) => void;
}

/** What rows and toolbar can ask for. */
export function useListActions({ work, views, sequence, toggle, ask }: ListActionsOptions) {
  const [movedIds, setMoved] = useState<readonly number[]>([]);
  const viewOf = (id: number) => views.filter((view) => view.id === id);
  const move = (id: number, wanted: Sequence | null) => {
    if (!wanted) return;
    moveRows(work, [id], sequence, wanted, () => viewOf(id)[0]?.title ?? '');
    setMoved([id]);
  };
  const rowActions: Omit<RowActions, 'drag'> = {
    toggle,
    moveBy: (id, by) => move(id, by < 0 ? moveUp(sequence, id) : moveDown(sequence, id)),
    setActive: (view, isActive) => withEngine(work, (engine) => engine.setActive(work, view, isActive)),
    duplicate: (view) =>
      withEngine(work, (engine) => engine.duplicate(work, [view], `Duplicate “${view.title}”`)),
    askMove: (id) => ask({ kind: 'move', views: viewOf(id) }),
    askDelete: (id) => ask({ kind: 'delete', views: viewOf(id) }),
  };
  return {
    movedIds,
    setMoved,
    rowActions,
    drop: (id: number, to: number) => move(id, moveTo(sequence, id, to + 1)),
    refresh: () => {
      refresh(work).then(
        () => say(work, 'The list is up to date'),
        // The query's own error is shown by the page.
        () => undefined,
      );
    },
  };
}
