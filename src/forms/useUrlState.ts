import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { pathAhead } from '#/lib/pathAhead';
import { rememberList } from '#/lib/rememberedLists';
import { withParams } from '#/lib/withParams';
import { receive, type UrlWrites, write } from './urlWrites';

/** Texts that stand in the search of the URL, each under its own name; an empty one asks for nothing. */
interface UrlState {
  /** Only this is typed, in many small pieces: the URL follows it after a pause. */
  readonly search: string;
}

const TYPING_PAUSE_MS = 300;

/**
 * A state that the URL follows, so that it can be shared, survives a reload and is there again on the way back. A change of
 * the URL from elsewhere wins.
 * @param read the same function each time; what does not exist asks for nothing
 */
export function useUrlState<T extends UrlState>(
  read: (params: URLSearchParams) => T,
): [value: T, setValue: (value: T) => void] {
  const [params, setParams] = useSearchParams();
  const { pathname, search } = useLocation();
  // Another address would take the place of the page that is being opened.
  const isLeaving = useSyncExternalStore(pathAhead.subscribe, pathAhead.getSnapshot) !== pathname;
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  // The same object until the URL changes: a render while a change is on its way there must not undo it.
  const stored = useMemo(() => read(params), [read, params]);
  const [value, setValue] = useState(stored);
  const writes = useRef<UrlWrites<T>>({ latest: stored, underWay: [] });

  useEffect(() => {
    const received = receive(writes.current, stored, isSame);
    writes.current = received.writes;
    if (received.isFromElsewhere) setValue(stored);
  }, [stored]);

  useEffect(() => {
    if (isLeaving || isSame(value, writes.current.latest)) return undefined;
    const timer = setTimeout(
      () => {
        writes.current = write(writes.current, value);
        setParams((before) => withParams(before, value), { replace: true, preventScrollReset: true });
      },
      value.search !== writes.current.latest.search ? TYPING_PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [value, setParams, isLeaving]);

  return [value, setValue];
}

const isSame = <T extends object>(a: T, b: T) =>
  (Object.keys(a) as (keyof T)[]).every((name) => a[name] === b[name]);
