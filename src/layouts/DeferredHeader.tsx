import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { DraftsMenu } from '#/features/drafts/DraftsMenu';
import { UnfinishedGuard } from '#/features/course-changes/UnfinishedGuard';
import { isNewVersionOut, missingCode } from '#/lib/newVersion';
import { Button } from '#/ui/Button';
import { keepFocus } from '#/ui/keepFocus';
import styles from './bars.module.css';
import { KeptDraftBar } from './KeptDraftBar';
import { OfflineHint } from './OfflineHint';
import { PageKeys } from './PageKeys';
import { ThrottleBar } from './ThrottleBar';

/** What the frame needs soon, but not before the page is usable. It stands in the header, its bars below. */
export function DeferredHeader({ username }: { username: string }) {
  useHiddenInCache();
  useEffect(() => keepFocus(), []);
  return (
    <>
      <DraftsMenu username={username} />
      <Bars username={username} />
      <UnfinishedGuard />
    </>
  );
}

const ownEntry = () => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
const fetchPage = async () => (await fetch('/', { cache: 'no-store' })).text();

function Bars({ username }: { username: string }) {
  const bars = document.getElementById('bars');
  if (!bars) return null;
  return createPortal(
    <>
      <ThrottleBar />
      <OfflineHint />
      <NewVersionBar />
      <KeptDraftBar username={username} />
      <PageKeys />
    </>,
    bars,
  );
}

/** Some of the app's code did not come, and the server has another version now. The form stays as it is. */
function NewVersionBar() {
  const failures = useSyncExternalStore(missingCode.subscribe, missingCode.getSnapshot);
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    if (failures > 0) void isNewVersionOut(ownEntry(), fetchPage).then(setIsOut);
  }, [failures]);
  return (
    <div role="status" className={isOut ? styles.bar : undefined}>
      {isOut && (
        <>
          <p>A new version is out. What you typed stays, and saving works; reload when you are done.</p>
          <Button onClick={() => location.reload()}>Reload</Button>
        </>
      )}
    </div>
  );
}

/**
 * A page in the back/forward cache may come back after the session ended: it is not shown before the session was looked
 * at again (api/session/sessionBrowser.ts does that on `pageshow`, and React has then drawn what is left of the page).
 */
function useHiddenInCache() {
  useEffect(() => {
    const root = document.documentElement;
    const handleHide = (event: PageTransitionEvent) => {
      if (event.persisted) root.style.visibility = 'hidden';
    };
    const handleShow = () => {
      requestAnimationFrame(() => root.style.removeProperty('visibility'));
    };
    addEventListener('pagehide', handleHide);
    addEventListener('pageshow', handleShow);
    return () => {
      removeEventListener('pagehide', handleHide);
      removeEventListener('pageshow', handleShow);
      handleShow();
    };
  }, []);
}
