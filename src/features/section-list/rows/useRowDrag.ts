import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { landingIndex, type Offsets } from './rowGeometry';

export interface Drag {
  readonly id: number;
  readonly from: number;
  /** Where it would land, as an index in the list as it will be. */
  readonly to: number;
  readonly by: 'pointer' | 'keys';
}

/** What the handle of each row listens with. */
export interface DragHandle {
  readonly cancel: () => void;
  /** The page was scrolled beneath a pointer that holds a row. */
  readonly follow: () => void;
  readonly onPointerDown: (id: number, event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
  /** Enter and Space come as clicks without a pointer. */
  readonly onClick: (id: number, event: MouseEvent) => void;
  readonly onKeyDown: (id: number, event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

interface RowDrag {
  readonly drag: Drag | null;
  readonly handle: DragHandle;
}

interface DragOptions {
  listRef: RefObject<HTMLElement | null>;
  ids: readonly number[];
  offsets: Offsets;
  onDrop: (id: number, to: number) => void;
  /** For people who don't see the line: where the picked-up row would land. */
  onTarget: (drag: Drag) => void;
  onCancel: (drag: Drag) => void;
  /** The handle was pressed, and not moved. */
  onPress: (id: number) => void;
}

interface Held {
  readonly pointerId: number;
  readonly handle: HTMLElement;
  readonly id: number;
  /** In the list's own coordinates, so that scrolling counts as moving. */
  readonly startY: number;
  clientY: number;
  hasMoved: boolean;
}

/** A finger trembles by less than this. */
const DRAG_THRESHOLD_PX = 4;
/** Near the edge of the window the page scrolls along. */
const SCROLL_EDGE_PX = 90;

const isOff = (handle: HTMLElement) => handle.getAttribute('aria-disabled') === 'true';

/**
 * Reordering by a handle: dragged with mouse, pen or finger, or picked up with Enter or Space, moved with the arrows and
 * dropped with the same keys. Escape cancels. Nothing is sent before the drop.
 */
export function useRowDrag(options: DragOptions): RowDrag {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [drag, setDrag] = useState<Drag | null>(null);
  const current = useRef<Drag | null>(null);
  const held = useRef<Held | null>(null);

  const handle = useMemo((): DragHandle => {
    const set = (next: Drag | null) => {
      const before = current.current;
      if (before?.id === next?.id && before?.to === next?.to) return;
      current.current = next;
      setDrag(next);
    };
    const listY = (clientY: number) =>
      clientY - (latest.current.listRef.current?.getBoundingClientRect().top ?? 0);

    const follow = () => {
      const now = held.current;
      if (!now) return;
      const { ids, offsets, listRef } = latest.current;
      const from = ids.indexOf(now.id);
      const moved = listY(now.clientY) - now.startY;
      if (from < 0 || (!now.hasMoved && Math.abs(moved) < DRAG_THRESHOLD_PX)) return;
      if (!now.hasMoved && isOff(now.handle)) {
        held.current = null;
        // Its click says why.
        now.handle.click();
        return;
      }
      now.hasMoved = true;
      listRef.current?.style.setProperty('--drag-y', `${moved}px`);
      const middle = ((offsets[from] ?? 0) + (offsets[from + 1] ?? 0)) / 2 + moved;
      set({ id: now.id, from, to: landingIndex(offsets, from, middle), by: 'pointer' });
    };
    const scrollAlong = () => {
      const now = held.current;
      if (!now) return;
      const over =
        now.clientY < SCROLL_EDGE_PX
          ? now.clientY - SCROLL_EDGE_PX
          : Math.max(0, now.clientY - (innerHeight - SCROLL_EDGE_PX));
      if (now.hasMoved && over !== 0) {
        scrollBy(0, over / 5);
        follow();
      }
      requestAnimationFrame(scrollAlong);
    };
    const release = () => {
      held.current = null;
      set(null);
    };
    const cancel = () => {
      const dropped = current.current;
      release();
      if (dropped) latest.current.onCancel(dropped);
    };
    const drop = () => {
      const dropped = current.current;
      const pressed = held.current;
      release();
      if (!dropped && pressed && !isOff(pressed.handle)) latest.current.onPress(pressed.id);
      if (dropped && dropped.to !== dropped.from) latest.current.onDrop(dropped.id, dropped.to);
      else if (dropped) latest.current.onCancel(dropped);
    };
    const step = (id: number, by: number | null) => {
      const { ids, onTarget } = latest.current;
      const from = ids.indexOf(id);
      const at = by === null ? from : (current.current?.to ?? from) + by;
      const next: Drag = { id, from, to: Math.min(Math.max(at, 0), ids.length - 1), by: 'keys' };
      set(next);
      onTarget(next);
    };

    return {
      cancel,
      follow,
      onPointerDown: (id, event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        // Picked up with keys, here or at another handle.
        if (current.current) cancel();
        const { clientY, pointerId, currentTarget } = event;
        currentTarget.setPointerCapture(pointerId);
        // A row that has the focus stays in the page wherever it is scrolled to. Not every browser gives it by itself.
        currentTarget.focus({ preventScroll: true });
        held.current = {
          pointerId,
          handle: currentTarget,
          id,
          startY: listY(clientY),
          clientY,
          hasMoved: false,
        };
        requestAnimationFrame(scrollAlong);
      },
      onPointerMove: ({ pointerId, clientY }) => {
        if (held.current?.pointerId !== pointerId) return;
        held.current.clientY = clientY;
        follow();
      },
      onPointerUp: ({ pointerId, clientY }) => {
        if (held.current?.pointerId !== pointerId) return;
        held.current.clientY = clientY;
        // Scrolled just now, and not told yet.
        follow();
        drop();
      },
      onPointerCancel: () => {
        if (held.current) cancel();
      },
      onClick: (id, { detail }) => {
        if (detail !== 0) return;
        if (current.current) drop();
        else step(id, null);
      },
      onKeyDown: (id, event) => {
        if (current.current?.by !== 'keys' || event.altKey) return;
        const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        step(id, by);
      },
      onBlur: () => {
        if (current.current?.by === 'keys') cancel();
      },
    };
  }, []);

  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return undefined;
    const handleEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      handle.cancel();
    };
    addEventListener('keydown', handleEscape, true);
    return () => removeEventListener('keydown', handleEscape, true);
  }, [isDragging, handle]);
  useEffect(() => {
    addEventListener('scroll', handle.follow, { passive: true });
    return () => {
      removeEventListener('scroll', handle.follow);
      // The page may go away in the middle.
      held.current = null;
    };
  }, [handle]);

  return { drag, handle };
}
