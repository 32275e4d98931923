import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { ApiError } from '../../../api/errors';
import type { SectionListRow } from '../../../api/sections';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { LatePart } from '../../../ui/LatePart';
import { BulkBar, type BulkAction } from './BulkBar';
import { Dock } from './Dock';
import { limitsOf } from './limits';
import { LimitNotice, TieNotice } from './ListNotices';
import { filterSections, isFiltering } from './listFilter';
import type { ListDialogsProps, Question } from './ListDialogs';
import { ListSkeleton } from './ListSkeleton';
import { FilterBar, ListBar } from './ListToolbar';
import { SectionList } from './SectionList';
import { counted } from './sectionView';
import styles from './tools.module.css';
import { findTies } from './ties';
import { useListActions } from './useListActions';
import { useListFilter } from './useListFilter';
import { useSections } from './useSections';
import { useSelection } from './useSelection';
import { useWork } from './useWork';
import { say } from './work';
import { withEngine } from './actions';

interface CourseListProps {
  courseId: number;
  rows: readonly SectionListRow[];
  isRefreshing: boolean;
  createdId: number | undefined;
  /** Instead of the list, when the course has no sections. */
  empty: ReactNode;
}

const loadOrderNotes = async () => (await import('./earlierOrders/OrderNotes')).OrderNotes;
const loadDialogs = async () => (await import('./ListDialogs')).ListDialogs;

/** All sections of a course with everything that can be done to them. */
export function CourseList({ courseId, rows, isRefreshing, createdId, empty }: CourseListProps) {
  const { work, state } = useWork(courseId);
  const area = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const isInUse = () =>
    question !== null ||
    !!area.current?.matches(':hover') ||
    !!area.current?.contains(document.activeElement);
  const { views, sequence, records, lessons, isHeld } = useSections(work, state, rows, isInUse);

  const [filter, setFilter] = useListFilter();
  const searched = useDeferredValue(filter);
  const listed = useMemo(() => filterSections(views, searched), [views, searched]);
  const listedIds = useMemo(() => listed.map(({ id }) => id), [listed]);
  const selection = useSelection(listedIds);

  const lacking = useLacking(state.lacking, records.data?.values(), lessons.error);
  const isUnfinished = state.activity?.phase === 'ended' && state.activity.end !== 'completed';
  const limits = useMemo(() => limitsOf(lacking, isUnfinished), [lacking, isUnfinished]);
  const isFiltered = isFiltering(searched);
  const list = useListActions({ work, views, sequence, toggle: selection.toggle, ask: setQuestion });

  const handleBulk = (action: BulkAction) => {
    const chosen = views.filter(({ id }) => selection.selected.has(id));
    const what = counted(chosen.length, 'section');
    if (action === 'move' || action === 'rule' || action === 'delete') {
      setQuestion({ kind: action, views: chosen });
    } else if (action === 'duplicate') {
      withEngine(work, (engine) => engine.duplicate(work, chosen, `Duplicate ${what}`));
    } else {
      const isActive = action === 'activate';
      const describe = `${isActive ? 'Activate' : 'Deactivate'} ${what}`;
      withEngine(work, (engine) => engine.changeMany(work, chosen, { Active: isActive }, describe));
    }
  };

  // One that a move has just made is told below the list, where it moves no row under the pointer.
  const [hadTies] = useState(() => findTies(rows).length > 0);
  const ties = <TieNotice work={work} rows={rows} off={limits.run} isBusy={state.isSaving} />;

  return (
    <>
      <Dock work={work} state={state} isHeld={isHeld}>
        {selection.selected.size > 0 && (
          <BulkBar
            count={selection.selected.size}
            limits={limits}
            isBusy={state.isSaving}
            onAction={handleBulk}
            onClear={() => selection.setAll(false)}
          />
        )}
      </Dock>
      <LimitNotice lacking={lacking} />
      {hadTies && ties}
      {rows.length > 0 && <FilterBar filter={filter} onChange={setFilter} />}
      <ListBar
        listed={listed.length}
        total={views.length}
        selected={selection.selected.size}
        isRefreshing={isRefreshing}
        onSelectAll={selection.setAll}
        onRefresh={list.refresh}
      >
        <p role="status" className={styles.status}>
          {state.status.text}
        </p>
        {rows.length > 0 && (
          <Button variant="quiet" onClick={() => setQuestion({ kind: 'orders', views: [] })}>
            Earlier orders
          </Button>
        )}
      </ListBar>
      <LatePart isOptional load={loadOrderNotes} props={{ work, state, rows }} />
      <div ref={area}>
        {rows.length === 0 && empty}
        {listed.length > 0 && (
          <SectionList
            views={listed}
            total={views.length}
            {...{ isFiltered, state, limits, createdId }}
            selected={selection.selected}
            movedIds={list.movedIds}
            actions={list.rowActions}
            onDrop={list.drop}
            onSay={(text) => say(work, text)}
          />
        )}
        {rows.length > 0 && listed.length === 0 && records.isPending && <ListSkeleton />}
        {rows.length > 0 && listed.length === 0 && !records.isPending && (
          <EmptyState
            title="No section matches"
            actions={
              <Button onClick={() => setFilter({ search: '', unlock: '', active: '' })}>
                Show all sections
              </Button>
            }
          >
            Titles and numbers were searched.
          </EmptyState>
        )}
      </div>
      {!hadTies && ties}
      {question && (
        <LatePart<ListDialogsProps>
          name="The dialog"
          load={loadDialogs}
          props={{
            work,
            question,
            sequence,
            rows,
            limits,
            onMoved: list.setMoved,
            onClose: () => setQuestion(null),
          }}
        />
      )}
    </>
  );
}

/** Roles that were refused: in writes, in the readings of records, in that of the lessons. */
function useLacking(
  known: ReadonlySet<string>,
  records: Iterable<unknown> | undefined,
  lessons: Error | null,
): ReadonlySet<string> {
  const roles = [...(records ?? []), lessons].flatMap((found) =>
    found instanceof ApiError && found.kind === 'forbidden' && found.role !== null ? [found.role] : [],
  );
  const all = [...new Set([...known, ...roles])].sort().join(' ');
  return useMemo(() => new Set(all === '' ? [] : all.split(' ')), [all]);
}
