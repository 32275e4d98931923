import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { joinOpenTabs, type OpenTabs, openTabsChannel } from '#/lib/openTabs';

const nobody: ReadonlyMap<string, string> = new Map();

/** The tabs of this browser in which the same form is open; each tells the others when it has saved. */
export function useOpenTabs(record: string, tab: string, onSaved: () => void) {
  const [others, setOthers] = useState(nobody);
  const handleSaved = useEffectEvent(onSaved);
  const tabs = useRef<OpenTabs | null>(null);

  useEffect(() => {
    const join = () => {
      tabs.current ??= joinOpenTabs(
        openTabsChannel(),
        { record, tab },
        { onOthers: setOthers, onSaved: () => handleSaved() },
      );
    };
    const leave = () => {
      tabs.current?.close();
      tabs.current = null;
    };
    const refreshWhenVisible = () => {
      if (document.visibilityState === 'visible') tabs.current?.refresh();
    };
    join();
    // Back from the back/forward cache the page joins again.
    addEventListener('pageshow', join);
    addEventListener('pagehide', leave);
    addEventListener('focus', refreshWhenVisible);
    document.addEventListener('visibilitychange', refreshWhenVisible);
    return () => {
      removeEventListener('pageshow', join);
      removeEventListener('pagehide', leave);
      removeEventListener('focus', refreshWhenVisible);
      document.removeEventListener('visibilitychange', refreshWhenVisible);
      leave();
    };
  }, [record, tab]);

  return { others, tellSaved: () => tabs.current?.tellSaved() };
}
