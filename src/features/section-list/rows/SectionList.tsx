import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { numeral } from '#/lib/format';
import { isFocusFree } from '#/lib/isFocusFree';
import { LazyPart } from '#/ui/LazyPart';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import type { Permissions } from '#/features/course-changes/permissions';
import styles from './row.module.css';
import { SectionRow } from './SectionRow';
import type { RowActions } from './rowTypes';
import type { SectionView } from '#/features/section-list/sectionView';
import type { SectionsArrival } from '#/features/saving/types';
import { filterSections, type ListFilter } from '#/features/section-list/listFilter';
import { shiftOf, stepsOf } from './rowGeometry';
import { isFocusNowhere } from './useFocusRestore';
import { openPressed } from './openPressed';
import { sameControl } from './sameControl';
import { useScrollAnchor } from './useScrollAnchor';
import { type Drag, useRowDrag } from './useRowDrag';
import { useVirtualRows } from './useVirtualRows';
import type { CourseState, RemoteChange } from '#/features/course-changes/courseStore';

interface SectionListProps {
  views: readonly SectionView[];
  /** Of the whole course. */
  total: number;
  isFiltered: boolean;
  state: CourseState;
  permissions: Permissions;
  isReordering: boolean;
  selected: ReadonlySet<number>;
  /** Whose row gets the focus when the list appears. */
  arrival: SectionsArrival | null;
  filter: ListFilter;
  /** Rows that were just moved or asked for: rendered wherever they are, and scrolled to. */
  movedIds: readonly number[];
  actions: Omit<RowActions, 'drag'>;
  onDrop: (id: number, to: number) => void;
  onAnnounce: (text: string) => void;
}

const loadInsert = async () => (await import('./InsertHere')).InsertHere;

/** The rows of a course, of which a long one renders only those that are near the window. */
export function SectionList(props: SectionListProps) {
  const {
    views,
    total,
    isFiltered,
    state,
    permissions,
    isReordering,
    selected,
    arrival,
    filter,
    movedIds,
    actions,
    onDrop,
    onAnnounce,
  } = props;
  const listRef = useRef<HTMLOListElement>(null);
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const arrivedId = arrival?.row;
  const ids = useMemo(() => views.map(({ id }) => id), [views]);
  const isListed = (id: number | null | undefined) => typeof id === 'number' && ids.includes(id);
  /** The row whose controls Tab leads to; the arrows lead to the others. */
  const currentId = [focusedId, arrivedId].find(isListed) ?? ids[0];
  const pinned = useMemo(
    () => new Set([...movedIds, ...[currentId, arrivedId].filter((id) => typeof id === 'number')]),
    [movedIds, currentId, arrivedId],
  );
  const { window, offsets } = useVirtualRows(listRef, ids, pinned);
  const titleOf = (id: number) => views.find((view) => view.id === id)?.title ?? '';
  const { drag, handle } = useRowDrag({
    listRef,
    ids,
    offsets,
    onDrop,
    onTarget: ({ id, from, to }) =>
      onAnnounce(
        from === to
          ? `${titleOf(id)} picked up, position ${to + 1} of ${total}. Arrow keys move it, Enter drops it, Escape cancels.`
          : `Position ${to + 1} of ${total}`,
      ),
    onCancel: ({ id, from }) => onAnnounce(`${titleOf(id)} stays at position ${from + 1} of ${total}`),
    onPress: (id) => onAnnounce(`Hold the handle and drag it to move ${titleOf(id)}`),
  });
  const rowActions = useStable(actions, actions.store, handle);
  const shiftIn = (path: Drag, index: number) =>
    path.by === 'pointer' && path.from === index ? null : shiftOf(offsets, index, path);
  useLayoutEffect(() => {
    // A pointer takes the page along by itself.
    if (drag?.by === 'keys') rowOf(listRef.current, drag.id)?.scrollIntoView({ block: 'nearest' });
  }, [drag]);

  const { note: notePressed, follow } = useScrollAnchor();
  const followPressed = useEffectEvent(follow);

  // A list from the cache gets its new row a moment later; by then the focus may be where someone has put it.
  const isArrived = arrivedId !== undefined && ids.includes(arrivedId);
  useEffect(() => {
    if (isArrived && isFocusFree()) rowOf(listRef.current, arrivedId)?.querySelector('a')?.focus();
  }, [isArrived, arrivedId]);
  useLayoutEffect(() => {
    const [first] = movedIds;
    const row = first === undefined ? null : rowOf(listRef.current, first);
    if (!followPressed(row)) row?.scrollIntoView({ block: 'nearest' });
    // A dialog has just given the focus back to the row, and then the row was moved in the document.
    if (isFocusNowhere()) row?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }, [movedIds]);

  /** The same control of another row, rendered first where it is far away. */
  const goTo = (index: number, from: Element) => {
    const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
    if (id === undefined) return;
    flushSync(() => setFocusedId(id));
    const row = rowOf(listRef.current, id);
    if (row) sameControl(from, row)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[key];
    const id = idOf(target);
    // An open menu has its own use for these keys, and has taken them.
    if (by === undefined || id === null || event.defaultPrevented || ctrlKey || metaKey || shiftKey) return;
    if (altKey ? Math.abs(by) > 1 : drag) return;
    event.preventDefault();
    if (!altKey) goTo(ids.indexOf(id) + by, target as Element);
    // Where the button can't be used, it says why.
    else moveButtonOf(rowOf(listRef.current, id), by)?.click();
  };

  const markOf = (view: SectionView): RemoteChange | undefined => {
    if (view.id === arrival?.created?.id) return MADE_HERE;
    const isOdd = state.changedHere.has(view.id) && view.rule !== null && !obeys(view, filter);
    return state.remoteChanges.get(view.id) ?? (isOdd ? CHANGED_HERE : undefined);
  };

  return (
    <>
      <VisuallyHidden>
        <span id="reorder-help">
          Drag, or press Enter and use the arrow keys. Alt with an arrow key moves the section at once.
        </span>
      </VisuallyHidden>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shortcuts for the controls inside */}
      <ol
        ref={listRef}
        role="list"
        aria-label="Sections"
        className={`${styles.list} ${drag ? styles.dragging : ''}`}
        style={{ '--digits': numeral(total).length, paddingBlockEnd: window.rest } as CSSProperties}
        onKeyDown={handleKeyDown}
        onClickCapture={notePressed}
        onClick={openPressed}
        onFocus={({ target }) => setFocusedId(idOf(target))}
      >
        {window.placed.map(({ index, gap }) => {
          const view = views[index];
          if (!view) return null;
          return (
            <SectionRow
              key={view.id}
              {...{ view, total, gap, permissions, isFiltered }}
              setSize={views.length}
              place={index + 1}
              state={state.rows.get(view.id)}
              rename={state.renames.get(view.id)}
              mark={markOf(view)}
              tabIndex={view.id === currentId ? 0 : -1}
              isSelected={selected.has(view.id)}
              dragged={drag?.id === view.id ? drag.by : null}
              shift={drag && shiftIn(drag, index)}
              steps={drag ? stepsOf(index, drag) : 0}
              isArrived={view.id === arrivedId}
              created={view.id === arrivedId ? arrival?.created : undefined}
              isUnfiltered={view.id === arrivedId && view.rule !== null && !obeys(view, filter)}
              actions={rowActions}
            />
          );
        })}
      </ol>
      {!drag && (
        <LazyPart
          isOptional
          load={loadInsert}
          props={{
            listRef,
            views,
            offsets,
            permissions,
            currentId,
            isReordering,
            placed: window.placed,
            onCurrent: setFocusedId,
          }}
        />
      )}
    </>
  );
}

const MADE_HERE: RemoteChange = { kind: 'new', by: null };
/** It stays in the list although the filter does not match it any more. */
const CHANGED_HERE: RemoteChange = { kind: 'changed', by: null };

const obeys = (view: SectionView, filter: ListFilter) => filterSections([view], filter).length > 0;

/** One object for the life of the list, whose functions are those of the last render. */
function useStable(
  actions: Omit<RowActions, 'drag'>,
  store: RowActions['store'],
  drag: RowActions['drag'],
): RowActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      drag,
      store,
      toggle: (id, isRange) => latest.current.toggle(id, isRange),
      moveBy: (id, by) => latest.current.moveBy(id, by),
      setActive: (view, isActive) => latest.current.setActive(view, isActive),
      askDuplicate: (id) => latest.current.askDuplicate(id),
      askRule: (id) => latest.current.askRule(id),
      askMove: (id) => latest.current.askMove(id),
      askDelete: (id) => latest.current.askDelete(id),
    }),
    [drag, store],
  );
}

function rowOf(list: HTMLElement | null, id: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`li[data-id="${id}"]`) ?? null;
}

const moveButtonOf = (row: HTMLElement | null, by: number) =>
  row?.querySelector<HTMLElement>(`.${styles.moves} > :${by < 0 ? 'first' : 'last'}-child`);

function idOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('li[data-id]') : null;
  return row ? Number(row.dataset['id']) : null;
}
