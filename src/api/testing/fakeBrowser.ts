import { createSession, type SessionDeps } from '#/api/session/session';
import { createSignIn } from '#/api/session/signIn';
import type { Stores } from '#/api/session/storedSession';

type Listener = (event: MessageEvent<unknown>) => void;

/** Channels that reach each other, as BroadcastChannel does between tabs: copies, later, never to oneself. */
export function fakeChannels() {
  const all = new Set<{ readonly listeners: Listener[] }>();
  return (): BroadcastChannel => {
    const self = { listeners: [] as Listener[] };
    all.add(self);
    const channel = {
      addEventListener: (_type: string, listener: Listener) => self.listeners.push(listener),
      postMessage(message: unknown) {
        const data: unknown = structuredClone(message);
        const others = [...all].filter((other) => other !== self);
        queueMicrotask(() => {
          for (const other of others)
            for (const listener of other.listeners) listener({ data } as MessageEvent<unknown>);
        });
      },
    };
    return channel as unknown as BroadcastChannel;
  };
}

export function fakeStorage(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

/** A session with its sign-in. */
export function createTab(deps: SessionDeps) {
  const session = createSession(deps);
  return { ...session, signIn: createSignIn(session, () => deps.baseUrl()) };
}

/** Storage that is switched off. */
export const noStores: Stores = {
  tab: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
  shared: () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
};

/** One browser: tabs share a channel, a lock and localStorage, and have a sessionStorage each. */
export function fakeBrowser() {
  const openChannel = fakeChannels();
  const shared = fakeStorage();
  const clock = { now: 1000 };
  let lock: Promise<unknown> = Promise.resolve();
  return {
    shared,
    clock,
    openTab(tab = fakeStorage()) {
      const wakers: (() => void)[] = [];
      const deps: SessionDeps = {
        baseUrl: () => Promise.resolve('https://api.test'),
        stores: { tab: () => tab, shared: () => shared },
        openChannel,
        withLock: (work) => {
          const turn = lock.then(work, work);
          lock = turn.catch(() => undefined);
          return turn;
        },
        onWake: (listener) => void wakers.push(listener),
        now: () => clock.now,
        tabWaitMs: 5,
      };
      const wake = () => {
        for (const listener of wakers) listener();
      };
      return { deps, tab, wake };
    },
  };
}
