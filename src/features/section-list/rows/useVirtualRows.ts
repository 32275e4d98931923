import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { offsetsOf, placeRows, type Offsets, type RowWindow } from './rowGeometry';

/** Up to here every row is rendered: the browser's own search finds it, and the page stays far below 3,000 elements. */
const MIN_ROWS = 80;
/** Rendered beyond what is seen, in px; also the grain in which scrolling is noticed. */
const MARGIN_PX = 600;
const STEP_PX = 200;

interface Measured {
  readonly heights: ReadonlyMap<number, number>;
  /** For rows that were never rendered. Taken once: a guess that goes on changing would move the rows that it places. */
  readonly guess: number | null;
  /** The width and the least height of a row: with either, every height changes. */
  readonly layout: string;
}

const unmeasured: Measured = { heights: new Map(), guess: null, layout: '' };

/**
 * Which rows of a long list to render, by their measured heights and by how far the page is scrolled. The list scrolls
 * with the page, not in a box of its own.
 */
export function useVirtualRows(
  listRef: RefObject<HTMLElement | null>,
  ids: readonly number[],
  pinned: ReadonlySet<number>,
): { window: RowWindow; offsets: Offsets } {
  const [measured, setMeasured] = useState(unmeasured);
  const [visible, setVisible] = useState({ top: 0, bottom: 1600 });
  const isWindowed = ids.length > MIN_ROWS;

  const measure = useCallback(() => {
    const list = listRef.current;
    if (!list) return;
    const top = -list.getBoundingClientRect().top;
    const steps = (y: number) => Math.round(y / STEP_PX) * STEP_PX;
    const next = { top: steps(top - MARGIN_PX), bottom: steps(top + innerHeight + MARGIN_PX) };
    setVisible((before) => (before.top === next.top && before.bottom === next.bottom ? before : next));
  }, [listRef]);

  useEffect(() => {
    if (!isWindowed) return undefined;
    measure();
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
    };
  }, [isWindowed, measure]);

  const offsets = useMemo(() => offsetsOf(ids, measured.heights, measured.guess ?? 52), [ids, measured]);
  const window = useMemo(() => {
    const pins = new Set(ids.flatMap((id, index) => (pinned.has(id) ? [index] : [])));
    return isWindowed
      ? placeRows(offsets, visible.top, visible.bottom, pins)
      : placeRows(offsets, 0, Infinity, pins);
  }, [ids, pinned, offsets, visible, isWindowed]);

  useLayoutEffect(() => {
    const list = listRef.current;
    if (!list) return undefined;
    const measure = () => setMeasured((before) => measureRows(list, before));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    window.placed.forEach((_, place) => {
      const row = list.children[place];
      if (row) observer.observe(row);
    });
    return () => observer.disconnect();
  }, [listRef, window]);

  return { window, offsets };
}

/** @returns the same object when every height is the known one, so that measuring ends. */
function measureRows(list: HTMLElement, before: Measured): Measured {
  const layout = `${list.clientWidth} ${getComputedStyle(list).getPropertyValue('--row')}`;
  // Other widths, other line breaks: what is not on the screen is guessed anew.
  const start = layout === before.layout ? before : { ...unmeasured, layout };
  const heights = new Map(start.heights);
  let isNew = start !== before;
  for (const child of list.children) {
    if (!(child instanceof HTMLElement)) continue;
    const id = Number(child.dataset['id']);
    const height = child.offsetHeight;
    isNew ||= heights.get(id) !== height;
    heights.set(id, height);
  }
  if (!isNew) return before;
  const sum = [...heights.values()].reduce((total, height) => total + height, 0);
  return { heights, layout, guess: start.guess ?? (heights.size > 0 ? sum / heights.size : null) };
}
