import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type RemovedCounts, readFrameMessage, type ShowMessage } from '#/preview/messages';
import typography from '#/ui/typography.module.css';
import styles from './introduction.module.css';
import { removedText } from './removedText';

/** After this long without an answer something is in the way of the frame; big contents take long only after it. */
const LOAD_TIMEOUT_MS = 10_000;

/** Shows HTML of unknown authors in a frame of its own: opaque origin, own policy, nothing of the app within reach. */
export function PreviewFrame({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const sent = useRef({ run: 0, html: '' });
  // Counts, because a frame that was loaded anew wants its contents again.
  const [timesReady, setTimesReady] = useState(0);
  const [shown, setShown] = useState<{ html: string; removed: RemovedCounts } | null>(null);

  // Before the frame can have said anything: its page comes in one piece and is soon ready.
  useLayoutEffect(() => {
    const handleMessage = (message: MessageEvent<unknown>) => {
      if (message.source === null || message.source !== frame.current?.contentWindow) return;
      const told = readFrameMessage(message.data);
      if (told?.type === 'preview-ready') setTimesReady((times) => times + 1);
      else if (told?.run === sent.current.run) setShown({ html: sent.current.html, removed: told.removed });
    };
    window.addEventListener('message', handleMessage);
    return () => window.removeEventListener('message', handleMessage);
  }, []);

  useEffect(() => {
    if (timesReady === 0) return;
    sent.current = { run: sent.current.run + 1, html };
    const message: ShowMessage = { type: 'preview', ...sent.current };
    // An opaque origin has no name, so '*'; the window is the one of our own frame, which nothing in it can navigate.
    frame.current?.contentWindow?.postMessage(message, '*');
  }, [timesReady, html]);

  const isLate = useIsLate(timesReady === 0);
  const waiting = isLate
    ? 'The preview does not load. The introduction itself is safe.'
    : 'Loading the preview…';
  return (
    <>
      <iframe
        ref={frame}
        className={styles.frame}
        src="/preview.html"
        title="Preview of the introduction"
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
      />
      <output className={`${typography.note} ${styles.below}`}>
        {shown?.html === html
          ? (removedText(shown.removed) ?? 'Preview shown. Links do not open here.')
          : waiting}
      </output>
    </>
  );
}

function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(setIsLate, LOAD_TIMEOUT_MS, true);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isLate;
}
