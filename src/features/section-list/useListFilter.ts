import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type ListFilter, readFilter, writeFilter } from './listFilter';

const same = (a: ListFilter, b: ListFilter) =>
  a.search === b.search && a.unlock === b.unlock && a.active === b.active;

/** The filter of the list. The URL follows it after a pause; a change of the URL from elsewhere wins. */
export function useListFilter(): [filter: ListFilter, setFilter: (filter: ListFilter) => void] {
  const [params, setParams] = useSearchParams();
  // The same object until the URL changes: a render while a change is on its way there must not undo it.
  const stored = useMemo(() => readFilter(params), [params]);
  const [filter, setFilter] = useState(stored);
  const written = useRef(stored);
  /** Written to the URL by this hook, and not come back from the router yet: an earlier one may come after a later choice. */
  const underWay = useRef<readonly ListFilter[]>([]);

  useEffect(() => {
    const own = underWay.current.findIndex((sent) => same(sent, stored));
    underWay.current = own < 0 ? [] : underWay.current.slice(own + 1);
    if (own >= 0 || same(stored, written.current)) return;
    written.current = stored;
    setFilter(stored);
  }, [stored]);

  useEffect(() => {
    if (same(filter, written.current)) return undefined;
    // Only typing comes in many small pieces.
    const isTyping = filter.search !== written.current.search;
    const timer = setTimeout(
      () => {
        written.current = filter;
        underWay.current = [...underWay.current, filter];
        setParams((before) => writeFilter(before, filter), { replace: true, preventScrollReset: true });
      },
      isTyping ? 300 : 0,
    );
    return () => clearTimeout(timer);
  }, [filter, setParams]);

  return [filter, setFilter];
}
