import { useSyncExternalStore } from 'react';
import styles from './bars.module.css';

function subscribe(onChange: () => void) {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** A hint and no more: the browser's flag is often wrong, so nothing is blocked because of it. */
export function OfflineHint() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={isOnline ? undefined : styles.bar}>
      {!isOnline && (
        <p>You seem to be offline. What you type stays here; saving may not work until you are back.</p>
      )}
    </div>
  );
}
