import { isHeaderSafe } from '#/lib/headerSafe';

/** What survives a reload of the tab after “Stay signed in on this tab”: never a refresh token or a password. */
export interface StoredSession {
  readonly accessToken: string;
  readonly username: string;
  /** Which sign-in this is of, and how often it was renewed: tells the newer of two tabs' tokens. */
  readonly clientId: string;
  readonly generation: number;
}

/** Where it is kept. Each getter may throw: storage can be switched off. */
export interface Stores {
  tab(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  shared(): Pick<Storage, 'getItem' | 'setItem'>;
}

export const browserStores: Stores = { tab: () => sessionStorage, shared: () => localStorage };

const SESSION_KEY = 'nexudus-sections.session';
const ROLES_KEY = 'nexudus-sections.roles';
const SIGNED_OUT_KEY = 'nexudus-sections.signed-out';

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** The mark that the last sign-out of any tab left; it changes with each. */
export function readSignOutMark(stores: Stores = browserStores): string | null {
  return attempt(() => stores.shared().getItem(SIGNED_OUT_KEY), null);
}

/** @param mark any text that differs from the one before */
export function writeSignOutMark(mark: string, stores: Stores = browserStores): void {
  attempt(() => stores.shared().setItem(SIGNED_OUT_KEY, mark), undefined);
}

/** The session that this tab kept, unless it is damaged or some tab signed out since. */
export function readStoredSession(stores: Stores = browserStores): StoredSession | null {
  return attempt(() => {
    const stored = JSON.parse(stores.tab().getItem(SESSION_KEY) ?? 'null') as Record<string, unknown> | null;
    const { accessToken, username, clientId, generation, mark } = stored ?? {};
    if (!isHeaderSafe(accessToken) || typeof username !== 'string' || username === '') return null;
    if ((mark ?? null) !== readSignOutMark(stores)) return null;
    return {
      accessToken,
      username,
      clientId: typeof clientId === 'string' ? clientId : '',
      generation: typeof generation === 'number' ? generation : 0,
    };
  }, null);
}

export function writeStoredSession(session: StoredSession, stores: Stores = browserStores): void {
  const { accessToken, username, clientId, generation } = session;
  const mark = readSignOutMark(stores);
  const text = JSON.stringify({ accessToken, username, clientId, generation, mark });
  attempt(() => stores.tab().setItem(SESSION_KEY, text), undefined);
}

export function clearStoredSession(stores: Stores = browserStores): void {
  attempt(() => {
    stores.tab().removeItem(SESSION_KEY);
    stores.tab().removeItem(ROLES_KEY);
  }, undefined);
}

/** The roles that a sign-in was refused for: they outlast a reload, and go with the session. */
export interface RefusedRoles {
  /** `Session.getClientId` */
  readonly signIn: string | null;
  readonly roles: ReadonlySet<string>;
}

/** Those that this tab has kept, whichever sign-in they are of. */
export function readRefusedRoles(stores: Stores = browserStores): RefusedRoles {
  return attempt(
    () => {
      const [signIn, ...roles] = JSON.parse(stores.tab().getItem(ROLES_KEY) ?? '[null]') as unknown[];
      const names = roles.filter((role) => typeof role === 'string');
      return { signIn: typeof signIn === 'string' ? signIn : null, roles: new Set(names) };
    },
    { signIn: null, roles: new Set() },
  );
}

export function writeRefusedRoles({ signIn, roles }: RefusedRoles, stores: Stores = browserStores): void {
  attempt(() => stores.tab().setItem(ROLES_KEY, JSON.stringify([signIn, ...roles])), undefined);
}
