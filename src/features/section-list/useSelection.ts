import { useCallback, useMemo, useRef, useState } from 'react';

export interface Selection {
  readonly selected: ReadonlySet<number>;
  /** How many more are, and left alone while the filter hides them. */
  readonly hidden: number;
  readonly toggle: (id: number, isRange: boolean) => void;
  readonly setAll: (isOn: boolean) => void;
}

/**
 * Which rows are selected. Those that the filter hides wait for their return: nobody sees what would be done to them.
 * @param all every row of the course: what is not there any more is not selected either
 */
export function useSelection(listed: readonly number[], all: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const anchor = useRef<number | null>(null);
  const selected = useMemo(() => new Set(listed.filter((id) => chosen.has(id))), [listed, chosen]);
  const hidden = all.filter((id) => chosen.has(id)).length - selected.size;

  /** With Shift: all rows from the last one that was touched get the same state. */
  const toggle = useCallback(
    (id: number, isRange: boolean) => {
      const from = anchor.current;
      anchor.current = id;
      setChosen((before) => {
        const next = new Set(before);
        const isOn = !before.has(id);
        for (const one of isRange ? rangeOf(listed, from, id) : [id]) {
          if (isOn) next.add(one);
          else next.delete(one);
        }
        return next;
      });
    },
    [listed],
  );
  const setAll = (isOn: boolean) => setChosen(new Set(isOn ? listed : []));
  return { selected, hidden, toggle, setAll };
}

function rangeOf(listed: readonly number[], from: number | null, to: number): readonly number[] {
  const ends = [listed.indexOf(from ?? to), listed.indexOf(to)];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  return first < 0 ? [to] : listed.slice(first, last + 1);
}
