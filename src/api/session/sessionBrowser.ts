import type { SessionStateDeps } from './sessionState';
import { browserStores } from './storedSession';

const NAME = 'nexudus-sections.session';

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}

/** Web Locks exist on secure pages only; without them a tab still renews one at a time by itself. */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(NAME, work) : work();
}

/** What the session needs of a real browser. */
export const browserSessionDeps: SessionStateDeps & { withLock: typeof withLock } = {
  stores: browserStores,
  openChannel,
  withLock,
  onWake(listener) {
    addEventListener('pageshow', listener);
    addEventListener('storage', listener);
    document.addEventListener('visibilitychange', listener);
  },
  now: () => performance.now(),
  tabWaitMs: 300,
};
