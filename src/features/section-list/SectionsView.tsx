import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useUrlState } from '#/forms/useUrlState';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { EmptyState } from '#/ui/EmptyState';
import { LazyPart } from '#/ui/LazyPart';
import typography from '#/ui/typography.module.css';
import type { BulkAction } from './BulkBar';
import { StatusDock } from './StatusDock';
import { permissionsOf } from '#/features/course-changes/permissions';
import { IncompleteListNotice, MissingRolesNotice, SharedOrderNotice } from './ListNotices';
import { filterSections, filterText, isFiltering, type ListFilter, readFilter } from './listFilter';
import type { ListDialogsProps, Question } from './dialogs/ListDialogs';
import { EarlyKeys } from './EarlyKeys';
import { SkeletonRows } from './ListSkeleton';
import { ListToolbar } from './ListToolbar';
import { loadListExtra } from './loadListExtra';
import { SectionList } from './rows/SectionList';
import type { SectionsArrival } from '#/features/saving/types';
import type { Records } from '#/features/sections/queries/recordsQuery';
import { findSharedOrders } from './sharedOrders';
import { useListActions } from './useListActions';
import { useFocusRestore } from './rows/useFocusRestore';
import { useListView, viewAttributes } from './useListView';
import { useSections } from './useSections';
import { useRefusedRoles, useRolesRefusedBefore } from '#/features/sign-in/useRefusedRoles';
import { useSelection } from './useSelection';
import { useCourseStore } from '#/features/course-changes/useCourseStore';
import { announce, needsDecision, setState } from '#/features/course-changes/courseStore';

interface SectionsViewProps {
  courseId: number;
  rows: readonly SectionListRow[];
  /** Sections may be missing in them: nothing is planned by them. */
  isIncomplete: boolean;
  isRefreshing: boolean;
  /** The last try to read the list has failed. */
  isUnread: boolean;
  arrival: SectionsArrival | null;
  /** Instead of the list, when the course has no sections. */
  renderEmpty: (onRefresh: () => void) => ReactNode;
}

const loadOrderNotes = async () => (await import('#/features/history/orders/OrderNotes')).OrderNotes;
const loadExtras = loadListExtra('ListExtras');
const loadDialogs = async () => (await import('./dialogs/ListDialogs')).ListDialogs;

const READ_ROLE = 'CourseSection-Read';

/** All sections of a course with everything that can be done to them. */
export function SectionsView({
  courseId,
  rows,
  isIncomplete,
  isRefreshing,
  isUnread,
  arrival,
  renderEmpty,
}: SectionsViewProps) {
  const { store, state } = useCourseStore(courseId);
  const area = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const arrivedId = arrival?.row;
  // Where one arrives, the page itself has put the focus.
  const arrivedLink = `li[data-id="${arrivedId}"] a`;
  const isInUse = () =>
    question !== null ||
    !!area.current?.matches(':hover') ||
    (!!area.current?.contains(document.activeElement) && !document.activeElement?.matches(arrivedLink));
  const { views, sequence, records, hasUnshownChanges } = useSections(store, state, rows, isInUse, arrivedId);

  const [filter, setFilter] = useUrlState(readFilter);
  const view = useListView();
  const searched = useDeferredValue(filter);
  const shownId = useShownId(arrival, searched, records.data);
  const { changedHere } = state;
  const listed = useMemo(() => {
    const isKept = (id: number) => id === shownId || changedHere.has(id);
    return filterSections(views, searched, isKept);
  }, [views, searched, shownId, changedHere]);
  const touchFilter = (next: ListFilter) => {
    setState(store, { changedHere: new Set() });
    setFilter(next);
  };
  const listedIds = useMemo(() => listed.map(({ id }) => id), [listed]);
  const selection = useSelection(listedIds, sequence);

  const missingRoles = useRefusedRoles();
  const isUnfinished = needsDecision(state);
  // A panel says what is to be decided first, and needs the room.
  const hasPanel = isUnfinished || state.activity?.phase === 'message' || state.activity?.phase === 'ended';
  const permissions = useMemo(
    () => permissionsOf(missingRoles, isUnfinished, isIncomplete),
    [missingRoles, isUnfinished, isIncomplete],
  );
  const isFiltered = isFiltering(searched);
  const isReading = records.isFetching && (records.data?.size ?? 0) < rows.length;
  const list = useListActions({ store, views, sequence, toggle: selection.toggle, ask: setQuestion });

  const shown = isUnread ? 'unread' : isIncomplete ? 'incomplete' : 'now';
  const showing = (id: number) => (listedIds.includes(id) ? () => list.setMoved([id]) : null);

  useFocusRestore(area, dock, listedIds);

  // What turns up later is told below the list, where it moves no row under the pointer.
  const refusedBefore = useRolesRefusedBefore();
  // Without it every row lacks the same, and the reason stands above them.
  const knownMissing = missingRoles.has(READ_ROLE) ? new Set([...refusedBefore, READ_ROLE]) : refusedBefore;
  const newlyMissing = new Set([...missingRoles].filter((role) => !knownMissing.has(role)));
  const [hadTies] = useState(() => findSharedOrders(rows).length > 0);
  const ties = (
    <SharedOrderNotice
      store={store}
      rows={rows}
      disabledReason={permissions.reorder}
      isBusy={state.isSaving}
    />
  );

  const bulk =
    selection.selected.size + selection.hidden === 0 || hasPanel
      ? null
      : {
          selection,
          permissions,
          isBusy: state.isSaving,
          onAction: (action: BulkAction) => list.changeSelected(action, selection.selected),
        };

  return (
    <>
      <StatusDock
        {...{ store, state, rows, hasUnshownChanges, showing, bulk }}
        list={shown}
        dockRef={dock}
        disabledReason={permissions.remove}
        onDelete={list.rowActions.askDelete}
      />
      <MissingRolesNotice missingRoles={knownMissing} onRetry={list.tryAgain} />
      {isIncomplete && <IncompleteListNotice isReading={isRefreshing} onRead={list.refresh} />}
      {hadTies && ties}
      {rows.length > 0 && (
        <ListToolbar
          {...{ filter, view, isRefreshing }}
          onFilter={touchFilter}
          listed={listed.length}
          total={views.length}
          selected={selection.selected.size}
          onSelectAll={selection.setAll}
          onRefresh={list.refresh}
          onKeys={() => setQuestion({ kind: 'keys', views: [] })}
        >
          <Button variant="quiet" onClick={() => setQuestion({ kind: 'orders', views: [] })}>
            Earlier orders
          </Button>
        </ListToolbar>
      )}
      <LazyPart
        isOptional
        load={loadExtras}
        placeholder={<EarlyKeys />}
        props={{ store, created: arrival?.created, views, permissions }}
      />
      {/* What may be a part of an order is not noted as one. */}
      {!isIncomplete && <LazyPart isOptional load={loadOrderNotes} props={{ store, state, rows }} />}
      <div ref={area} {...viewAttributes(view)}>
        {rows.length === 0 && renderEmpty(list.refresh)}
        {listed.length > 0 && (
          <SectionList
            views={listed}
            total={views.length}
            {...{ isFiltered, state, permissions, arrival }}
            filter={searched}
            isReordering={view.isReordering}
            selected={selection.selected}
            movedIds={list.movedIds}
            actions={list.rowActions}
            onDrop={list.drop}
            onAnnounce={(text) => announce(store, text)}
          />
        )}
        {rows.length > 0 && listed.length === 0 && (
          <NothingListed
            isReading={isReading}
            filter={searched}
            onShowAll={() => touchFilter({ search: '', unlock: '', active: '' })}
          />
        )}
      </div>
      {!hadTies && ties}
      <MissingRolesNotice missingRoles={newlyMissing} onRetry={list.tryAgain} />
      {question && (
        <LazyPart<ListDialogsProps>
          name="The dialog"
          isAsked
          load={loadDialogs}
          props={{
            store,
            question,
            sequence,
            rows,
            permissions,
            onMoved: list.setMoved,
            onClose: () => setQuestion(null),
          }}
        />
      )}
    </>
  );
}

interface NothingListedProps {
  isReading: boolean;
  filter: ListFilter;
  onShowAll: () => void;
}

/** Instead of rows: none obeys the filter, or none is known to yet. */
function NothingListed({ isReading, filter, onShowAll }: NothingListedProps) {
  if (isReading) {
    return (
      <>
        <p role="status" className={typography.note}>
          Loading the sections…
        </p>
        <SkeletonRows />
      </>
    );
  }
  return (
    <EmptyState title="No section matches" actions={<Button onClick={onShowAll}>Show all sections</Button>}>
      {filterText(filter)}
    </EmptyState>
  );
}

/** Who comes back finds the row, whatever the filter, until they filter anew. It comes with the others, not before them. */
function useShownId(
  arrival: SectionsArrival | null,
  filter: ListFilter,
  records: Records | undefined,
): number | undefined {
  const [filterOnArrival] = useState(filter);
  const id = arrival?.row;
  if (id === undefined || filter !== filterOnArrival) return undefined;
  return arrival?.created || records?.has(id) ? id : undefined;
}
