import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTab, fakeBrowser, fakeStorage, noStores } from '#/api/testing/fakeBrowser';
import { fakeTokens } from '#/api/testing/fakeTokens';

let server: ReturnType<typeof fakeTokens>;
let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  server = fakeTokens();
  browser = fakeBrowser();
});
afterEach(() => vi.unstubAllGlobals());

const ada = { username: 'ada@example.com', password: 'right', staySignedIn: false };
const signedIn = { status: 'signedIn', username: 'ada@example.com' };
const ended = { status: 'ended', username: 'ada@example.com' };

function openTab(storage = fakeStorage()) {
  const { deps, tab, wake } = browser.openTab(storage);
  return { ...createTab(deps), tab, wake };
}

async function openSignedIn(credentials: Partial<typeof ada> = {}) {
  const session = openTab();
  await session.restoreSession();
  await session.signIn({ ...ada, ...credentials });
  return session;
}

/** A tab that was reloaded, with no other open: an access token and nothing to renew it with. */
async function openReloaded() {
  const before = await openSignedIn({ staySignedIn: true });
  browser = fakeBrowser();
  const session = openTab(before.tab);
  await session.restoreSession();
  return session;
}

const token = async (session: ReturnType<typeof openTab>) => (await session.getAccessToken()) ?? '';

describe('signing in', () => {
  it('starts out unknown, then signed out', async () => {
    const session = openTab();
    expect(session.getSnapshot()).toEqual({ status: 'unknown' });
    await session.restoreSession();
    expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
    expect(await session.getAccessToken()).toBeNull();
  });

  it('sends name and password, form-encoded, with a client id', async () => {
    const session = openTab();
    const result = await session.signIn(ada);
    expect(result).toEqual({ status: 'signedIn' });
    expect(session.getSnapshot()).toEqual(signedIn);
    expect(Object.fromEntries(server.calls[0]?.form ?? [])).toEqual({
      grant_type: 'password',
      username: 'ada@example.com',
      password: 'right',
    });
    expect(server.calls[0]?.clientId).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(await session.getAccessToken()).toBe('access-1');
  });

  it('sends the second factor when there is one', async () => {
    await openTab().signIn({ ...ada, totp: '123456' });
    expect(server.calls[0]?.form.get('totp')).toBe('123456');
  });

  it('with a wrong password changes nothing', async () => {
    const session = openTab();
    await session.restoreSession();
    expect(await session.signIn({ ...ada, password: 'wrong' })).toEqual({ status: 'wrongCredentials' });
    expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
  });

  it('without an answer says that no readable answer came', async () => {
    server.next = () => Promise.reject(new TypeError('Failed to fetch'));
    const result = await openTab().signIn(ada);
    expect(result.status).toBe('failed');
    expect('message' in result && result.message).toContain('No readable answer');
  });

  it('keeps nothing in storage unless asked to', async () => {
    const session = await openSignedIn();
    expect(session.tab.values.size).toBe(0);
    expect(browser.shared.values.size).toBe(0);
  });
});

describe('“Stay signed in on this tab”', () => {
  it('survives a reload, with the access token alone', async () => {
    const before = await openSignedIn({ staySignedIn: true });
    const stored = [...before.tab.values.values()].join(' ');
    expect(stored).toContain('access-1');
    expect(stored).not.toContain('refresh-1');
    expect(stored).not.toContain('right');

    browser = fakeBrowser();
    const after = openTab(before.tab);
    await after.restoreSession();
    expect(after.getSnapshot()).toEqual(signedIn);
    expect(await after.getAccessToken()).toBe('access-1');
  });

  it('keeps the renewed token', async () => {
    const session = await openSignedIn({ staySignedIn: true });
    await session.renewSession(await token(session));
    expect([...session.tab.values.values()].join(' ')).toContain('access-2');
  });

  it('is forgotten by signing out', async () => {
    const session = await openSignedIn({ staySignedIn: true });
    session.signOut();
    expect(session.tab.values.size).toBe(0);
  });

  it('has to be chosen anew after signing out', async () => {
    const session = await openSignedIn({ staySignedIn: true });
    session.signOut();
    await session.signIn({ username: ada.username, password: 'right' });
    expect(session.tab.values.size).toBe(0);
  });

  it('does not outlive a sign-out in another tab, even when this tab could not hear it', async () => {
    const asleep = await openSignedIn({ staySignedIn: true });
    const kept = fakeStorage(Object.fromEntries(asleep.tab.values));
    openTab().signOut();
    const reloaded = openTab(kept);
    await reloaded.restoreSession();
    expect(reloaded.getSnapshot()).toEqual({ status: 'signedOut' });
  });

  it.each(['', '{', '[]', '{"accessToken":"a b","username":"ada"}', '{"accessToken":"ok"}', '"x"'])(
    'ignores what is damaged: %s',
    async (text) => {
      const session = openTab(fakeStorage({ 'nexudus-sections.session': text }));
      await session.restoreSession();
      expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
    },
  );
});

describe('a browser without storage and channels', () => {
  it('still signs in and out', async () => {
    const { deps } = browser.openTab();
    const session = createTab({ ...deps, stores: noStores, openChannel: () => null });
    await session.restoreSession();
    await session.signIn({ ...ada, staySignedIn: true });
    expect(session.getSnapshot()).toEqual(signedIn);
    session.signOut();
    expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
  });
});

describe('renewing', () => {
  it('happens before the token ends, not sooner', async () => {
    server.expiresIn = 3600;
    const session = await openSignedIn();
    browser.clock.now += 3_500_000;
    expect(await session.getAccessToken()).toBe('access-1');
    browser.clock.now += 60_000;
    expect(await session.getAccessToken()).toBe('access-2');
    expect(server.calls[1]?.clientId).toBe(server.calls[0]?.clientId);
  });

  it('that gets no answer leaves the old token in use, and is not tried with every call', async () => {
    server.expiresIn = '3600';
    const session = await openSignedIn();
    browser.clock.now += 3_590_000;
    server.next = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await session.getAccessToken()).toBe('access-1');
    expect(await session.getAccessToken()).toBe('access-1');
    expect(server.count('refresh_token')).toBe(1);
  });

  it('is one request for any number of 401s at once', async () => {
    const session = await openSignedIn();
    const used = await token(session);
    const results = await Promise.all(Array.from({ length: 10 }, () => session.renewSession(used)));
    expect(new Set(results)).toEqual(new Set(['renewed']));
    expect(server.count('refresh_token')).toBe(1);
  });

  it('is not needed when a newer token is there already', async () => {
    const session = await openSignedIn();
    await session.renewSession('access-1');
    expect(await session.renewSession('access-1')).toBe('renewed');
    expect(server.count('refresh_token')).toBe(1);
  });

  it('is not tried again for a token that was granted just now: a role is missing', async () => {
    const session = await openSignedIn();
    await session.renewSession('access-1');
    expect(await session.renewSession('access-2', true)).toBe('alive');
    expect(server.count('refresh_token')).toBe(1);
  });

  it('that is refused ends the session, once', async () => {
    const session = await openSignedIn();
    server.refreshTokens.clear();
    const states: unknown[] = [];
    session.subscribe(() => states.push(session.getSnapshot()));
    const results = await Promise.all([1, 2, 3].map(() => session.renewSession('access-1')));
    expect(results).toEqual(['ended', 'ended', 'ended']);
    expect(await session.renewSession('access-1')).toBe('ended');
    expect(states).toEqual([ended]);
    expect(await session.getAccessToken()).toBeNull();
  });

  it('that gets no answer keeps the session', async () => {
    const session = await openSignedIn();
    server.next = () => Promise.resolve(new Response('<html>', { status: 502 }));
    await expect(session.renewSession('access-1')).rejects.toMatchObject({
      kind: 'server',
      outcome: 'notSent',
    });
    expect(session.getSnapshot()).toEqual(signedIn);
    expect(await session.renewSession('access-1')).toBe('renewed');
  });

  it('whose answer comes after the sign-out changes nothing', async () => {
    const session = await openSignedIn();
    server.next = () => {
      session.signOut();
      return Promise.resolve(Response.json({ access_token: 'late', refresh_token: 'late' }));
    };
    expect(await session.renewSession('access-1')).toBe('ended');
    expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
    expect(await session.getAccessToken()).toBeNull();
  });
});

describe('a renewal that is refused after the sign-out', () => {
  it('leaves the person signed out', async () => {
    const session = await openSignedIn();
    server.next = () => {
      session.signOut();
      return Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));
    };
    expect(await session.renewSession('access-1')).toBe('ended');
    expect(session.getSnapshot()).toEqual({ status: 'signedOut' });
  });
});

describe('a browser without locks', () => {
  it('still renews one at a time in each tab', async () => {
    const { deps } = browser.openTab();
    const session = createTab({ ...deps, withLock: (work) => work() });
    await session.signIn(ada);
    const results = await Promise.all([1, 2, 3].map(() => session.renewSession('access-1')));
    expect(results).toEqual(['renewed', 'renewed', 'renewed']);
    expect(server.count('refresh_token')).toBe(1);
  });
});

describe('an ended session', () => {
  it('goes on after the same person signed in again', async () => {
    const session = await openSignedIn({ staySignedIn: true });
    server.refreshTokens.clear();
    await session.renewSession('access-1');
    expect(session.tab.values.size).toBe(0);
    await session.signIn({ username: ada.username, password: 'right' });
    expect(session.getSnapshot()).toEqual(signedIn);
    expect([...session.tab.values.values()].join(' ')).toContain('access-2');
  });
});

describe('a token that cannot be renewed', () => {
  it('is alive when a cheap read is answered', async () => {
    expect(await (await openReloaded()).renewSession('access-1')).toBe('alive');
    expect(server.probes).toEqual(['https://api.test/content/courses?size=1']);
  });

  it('is alive when a read is refused by role', async () => {
    const session = await openReloaded();
    server.probeStatus = 403;
    expect(await session.renewSession('access-1')).toBe('alive');
  });

  it('is dead when none is', async () => {
    const session = await openReloaded();
    server.accessTokens.clear();
    expect(await session.renewSession('access-1')).toBe('ended');
    expect(server.probes).toHaveLength(2);
    expect(session.getSnapshot()).toEqual(ended);
  });

  it.each([500, 503, 429])('is neither while the server answers %d', async (status) => {
    const session = await openReloaded();
    server.probeStatus = status;
    await expect(session.renewSession('access-1')).rejects.toMatchObject({ outcome: 'notSent' });
    expect(session.getSnapshot()).toEqual(signedIn);
  });
});
