import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { pathAhead } from '#/lib/pathAhead';
import { rememberList } from '#/lib/rememberedLists';
import { receive, type UrlWrites, write } from './urlWrites';

/** How a state stands in the search of the URL. Make it once, outside the component. */
export interface UrlCodec<T> {
  /** What does not exist asks for nothing. */
  readonly read: (params: URLSearchParams) => T;
  /** The other parameters stay. */
  readonly write: (params: URLSearchParams, value: T) => URLSearchParams;
  readonly isSame: (a: T, b: T) => boolean;
  /** Only typing comes in many small pieces: the URL follows it after a pause. */
  readonly isTyping: (before: T, after: T) => boolean;
}

const TYPING_PAUSE_MS = 300;

/**
 * A state that the URL follows, so that it can be shared, survives a reload and is there again on the way back. A change of
 * the URL from elsewhere wins.
 */
export function useUrlState<T>(codec: UrlCodec<T>): [value: T, setValue: (value: T) => void] {
  const [params, setParams] = useSearchParams();
  const { pathname, search } = useLocation();
  // Another address would take the place of the page that is being opened.
  const isLeaving = useSyncExternalStore(pathAhead.subscribe, pathAhead.getSnapshot) !== pathname;
  useEffect(() => rememberList(pathname, search), [pathname, search]);
  // The same object until the URL changes: a render while a change is on its way there must not undo it.
  const stored = useMemo(() => codec.read(params), [codec, params]);
  const [value, setValue] = useState(stored);
  const writes = useRef<UrlWrites<T>>({ latest: stored, underWay: [] });

  useEffect(() => {
    const received = receive(writes.current, stored, codec.isSame);
    writes.current = received.writes;
    if (received.isFromElsewhere) setValue(stored);
  }, [codec, stored]);

  useEffect(() => {
    if (isLeaving || codec.isSame(value, writes.current.latest)) return undefined;
    const timer = setTimeout(
      () => {
        writes.current = write(writes.current, value);
        setParams((before) => codec.write(before, value), { replace: true, preventScrollReset: true });
      },
      codec.isTyping(writes.current.latest, value) ? TYPING_PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [codec, value, setParams, isLeaving]);

  return [value, setValue];
}
