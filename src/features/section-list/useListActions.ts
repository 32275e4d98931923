import { forgetRefusedWrites } from '#/api/http/roleRefusals';
import { useState } from 'react';
import { moveDown, moveTo, moveUp, type Sequence } from '#/features/course-changes/plan/sequence';
import { moveRows, request } from '#/features/course-changes/dispatch';
import { counted } from '#/lib/format';
import type { BulkAction } from './BulkBar';
import type { Question } from './dialogs/ListDialogs';
import type { RowActions } from './rows/rowTypes';
import type { SectionView } from './sectionView';
import { refresh } from './useSections';
import { announce, type CourseStore } from '#/features/course-changes/courseStore';

interface ListActionsOptions {
  store: CourseStore;
  /** The whole course, in the order of the screen. */
  views: readonly SectionView[];
  sequence: Sequence;
  toggle: RowActions['toggle'];
  ask: (question: Question) => void;
}

/** What rows and toolbar can ask for. */
export function useListActions({ store, views, sequence, toggle, ask }: ListActionsOptions) {
  const [movedIds, setMoved] = useState<readonly number[]>([]);
  const viewOf = (id: number) => views.filter((view) => view.id === id);
  const move = (id: number, wanted: Sequence | null) => {
    if (!wanted) return;
    moveRows(store, [id], sequence, wanted, () => viewOf(id)[0]?.title ?? '');
    setMoved([id]);
  };
  const rowActions: Omit<RowActions, 'drag'> = {
    store,
    toggle,
    moveBy: (id, by) => move(id, by < 0 ? moveUp(sequence, id) : moveDown(sequence, id)),
    setActive: ({ id, title }, isActive) =>
      void request(store, `${isActive ? 'Activate' : 'Deactivate'} “${title}”`, {
        kind: 'switch',
        target: { id, title },
        isActive,
      }),
    askDuplicate: (id) => ask({ kind: 'duplicate', views: viewOf(id) }),
    askRule: (id) => ask({ kind: 'rule', views: viewOf(id) }),
    askMove: (id) => ask({ kind: 'move', views: viewOf(id) }),
    askDelete: (id) => ask({ kind: 'delete', views: viewOf(id) }),
  };
  const changeSelected = async (action: BulkAction, selected: ReadonlySet<number>) => {
    const chosen = views.filter(({ id }) => selected.has(id));
    if (action !== 'activate' && action !== 'deactivate') {
      ask({ kind: action, views: chosen });
      return;
    }
    const targets = chosen.map(({ id, title }) => ({ id, title }));
    const what = counted(chosen.length, 'section');
    const isActive = action === 'activate';
    const describe = `${isActive ? 'Activate' : 'Deactivate'} ${what}`;
    await request(store, describe, { kind: 'change', targets, set: { Active: isActive } });
  };
  const readAgain = () => {
    refresh(store).then(
      () => announce(store, 'The list is up to date'),
      // The query's own error is shown by the page.
      () => undefined,
    );
  };

  return {
    changeSelected,
    movedIds,
    setMoved,
    rowActions,
    drop: (id: number, to: number) => move(id, moveTo(sequence, id, to + 1)),
    refresh: readAgain,
    /** A role may have been given meanwhile. */
    tryAgain: () => {
      forgetRefusedWrites();
      readAgain();
    },
  };
}
