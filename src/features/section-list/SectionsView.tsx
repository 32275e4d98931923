import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { ApiError } from '#/api/http/errors';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { EmptyState } from '#/ui/EmptyState';
import { LatePart } from '#/ui/LazyPart';
import { BulkBar, type BulkAction } from './BulkBar';
import { Dock } from './StatusDock';
import { limitsOf } from '#/features/course-changes/permissions';
import { LimitNotice, TieNotice } from './ListNotices';
import { filterSections, isFiltering } from './listFilter';
import type { ListDialogsProps, Question } from './dialogs/ListDialogs';
import { SkeletonRows } from './ListSkeleton';
import { FilterBar, ListBar } from './ListToolbar';
import { SectionList } from './rows/SectionList';
import { counted } from './sectionView';
import { findTies } from './sharedOrders';
import tools from './tools.module.css';
import type { TwinsNoticeProps } from './TwinsNotice';
import { useListActions } from './useListActions';
import { useKeptFocus } from './rows/useFocusRestore';
import { useListFilter } from './useListFilter';
import { useSections } from './useSections';
import { useSelection } from './useSelection';
import { useWork } from '#/features/course-changes/useCourseStore';
import { say, update } from '#/features/course-changes/courseStore';
import { withEngine } from '#/features/course-changes/dispatch';

interface CourseListProps {
  courseId: number;
  rows: readonly SectionListRow[];
  isRefreshing: boolean;
  createdId: number | undefined;
  /** Instead of the list, when the course has no sections. */
  empty: ReactNode;
}

const loadOrderNotes = async () => (await import('#/features/history/orders/OrderNotes')).OrderNotes;
const loadTwins = async () => (await import('./TwinsNotice')).TwinsNotice;
const loadDialogs = async () => (await import('./dialogs/ListDialogs')).ListDialogs;

/** All sections of a course with everything that can be done to them. */
export function CourseList({ courseId, rows, isRefreshing, createdId, empty }: CourseListProps) {
  const { work, state } = useWork(courseId);
  const area = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const isInUse = () =>
    question !== null ||
    !!area.current?.matches(':hover') ||
    !!area.current?.contains(document.activeElement);
  const { views, sequence, records, lessons, isHeld } = useSections(work, state, rows, isInUse, createdId);

  const [filter, setFilter] = useListFilter();
  const searched = useDeferredValue(filter);
  const listed = useMemo(() => filterSections(views, searched), [views, searched]);
  const listedIds = useMemo(() => listed.map(({ id }) => id), [listed]);
  const selection = useSelection(listedIds);

  const lacking = useLacking(state.lacking, records.data?.values(), lessons.error);
  const isUnfinished = state.activity?.phase === 'ended' && state.activity.end !== 'completed';
  const limits = useMemo(() => limitsOf(lacking, isUnfinished), [lacking, isUnfinished]);
  const isFiltered = isFiltering(searched);
  const isReading = records.isFetching && (records.data?.size ?? 0) < rows.length;
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

  const showing = (id: number) => (listedIds.includes(id) ? () => list.setMoved([id]) : null);

  useKeptFocus(area, dock, listedIds);
  // One twin alone is an ordinary section.
  const twins = state.twins.filter((ids) => rows.filter(({ Id }) => ids.includes(Id)).length > 1);

  // What turns up later is told below the list, where it moves no row under the pointer.
  const [knownLacking] = useState(lacking);
  const newLacking = new Set([...lacking].filter((role) => !knownLacking.has(role)));
  const [hadTies] = useState(() => findTies(rows).length > 0);
  const ties = <TieNotice work={work} rows={rows} off={limits.run} isBusy={state.isSaving} />;

  return (
    <>
      <Dock {...{ work, state, isHeld, showing }} dockRef={dock}>
        {twins.map((ids) => (
          <LatePart<TwinsNoticeProps>
            key={ids.join()}
            name="The notice about copies"
            load={loadTwins}
            props={{
              ids,
              rows,
              off: limits.remove,
              onDelete: list.rowActions.askDelete,
              onDismiss: () => update(work, { twins: state.twins.filter((other) => other !== ids) }),
            }}
          />
        ))}
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
      <LimitNotice lacking={knownLacking} />
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
        {rows.length > 0 && listed.length === 0 && isReading && (
          <>
            <p role="status" className={tools.loading}>
              Loading the sections…
            </p>
            <SkeletonRows />
          </>
        )}
        {rows.length > 0 && listed.length === 0 && !isReading && (
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
      <LimitNotice lacking={newLacking} />
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
