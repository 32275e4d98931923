import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectTabs, isNewer, isSameUser } from './sessionTabs';
import { createTab, fakeBrowser, fakeChannels, fakeStorage } from '#/api/testing/fakeBrowser';
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
const signedOut = { status: 'signedOut' };

async function openTab(storage = fakeStorage()) {
  const { deps, tab, wake } = browser.openTab(storage);
  const session = createTab(deps);
  await session.restoreSession();
  return { ...session, tab, wake };
}

async function openTwo() {
  const first = await openTab();
  await first.signIn(ada);
  return [first, await openTab()] as const;
}

/** A signed-in tab whose messages are held back. @returns lets the last one go */
async function openSlow(): Promise<() => void> {
  const { deps } = browser.openTab();
  const held: (() => void)[] = [];
  const openChannel = () => {
    const channel = deps.openChannel();
    const post = channel?.postMessage.bind(channel);
    const postMessage = (message: unknown) => void held.push(() => post?.(message));
    return channel && Object.assign(channel, { postMessage });
  };
  await createTab({ ...deps, openChannel }).signIn(ada);
  return () => held.at(-1)?.();
}

const settle = () => Promise.resolve().then(() => undefined);

describe('a second tab', () => {
  it('takes over the session of an open one, and keeps nothing of it in storage', async () => {
    const [, second] = await openTwo();
    expect(second.getSnapshot()).toEqual(signedIn);
    expect(await second.getAccessToken()).toBe('access-1');
    expect(second.tab.values.size).toBe(0);
    expect(server.count('password')).toBe(1);
  });

  it('takes it over later too, when the first tab was slow to answer', async () => {
    const answer = await openSlow();
    const second = await openTab();
    expect(second.getSnapshot()).toEqual(signedOut);
    answer();
    await settle();
    expect(second.getSnapshot()).toEqual(signedIn);
  });

  it('that signed out is not let in again by a late answer', async () => {
    const answer = await openSlow();
    const second = await openTab();
    second.signOut();
    answer();
    await settle();
    expect(second.getSnapshot()).toEqual(signedOut);
  });

  it('that waits at the sign-in page is let in when the first one signs in', async () => {
    const first = await openTab();
    const second = await openTab();
    await first.signIn(ada);
    await settle();
    expect(second.getSnapshot()).toEqual(signedIn);
  });

  it('spends the refresh token only once together with the first', async () => {
    const [first, second] = await openTwo();
    const results = await Promise.all([first.renewSession('access-1'), second.renewSession('access-1')]);
    expect(results).toEqual(['renewed', 'renewed']);
    expect(server.count('refresh_token')).toBe(1);
    expect(await first.getAccessToken()).toBe('access-2');
    expect(await second.getAccessToken()).toBe('access-2');
  });

  it('renews for the first one too', async () => {
    const [first, second] = await openTwo();
    await second.renewSession('access-1');
    await settle();
    expect(await first.getAccessToken()).toBe('access-2');
  });

  it('gives the refresh token back to a tab that was reloaded', async () => {
    const first = await openTab();
    await first.signIn({ ...ada, staySignedIn: true });
    await openTab();
    const reloaded = await openTab(first.tab);
    expect(await reloaded.renewSession('access-1')).toBe('renewed');
    expect(server.probes).toEqual([]);
    expect(await reloaded.getAccessToken()).toBe('access-2');
  });

  it('is looked into once more when its borrowed token is refused', async () => {
    const [first, second] = await openTwo();
    await first.renewSession('access-1');
    await settle();
    expect(await second.renewSession('access-2', true)).toBe('renewed');
    expect(await second.getAccessToken()).toBe('access-3');
  });
});

describe('signing out in one tab', () => {
  it('signs out all', async () => {
    const [first, second] = await openTwo();
    second.signOut();
    await settle();
    expect(first.getSnapshot()).toEqual(signedOut);
    expect(await first.getAccessToken()).toBeNull();
    expect(second.getSnapshot()).toEqual(signedOut);
  });

  it('is noticed by a tab that was frozen, as soon as it is shown', async () => {
    const frozen = browser.openTab();
    const session = createTab({ ...frozen.deps, openChannel: () => null });
    await session.signIn(ada);
    frozen.wake();
    expect(session.getSnapshot()).toEqual(signedIn);
    (await openTab()).signOut();
    frozen.wake();
    expect(session.getSnapshot()).toEqual(signedOut);
  });

  it('is not undone by a tab opened later', async () => {
    const [first] = await openTwo();
    first.signOut();
    await settle();
    expect((await openTab()).getSnapshot()).toEqual(signedOut);
  });
});

describe('two people in two tabs', () => {
  it('keep their sessions apart', async () => {
    const [first, second] = await openTwo();
    await second.signIn({ ...ada, username: 'bob@example.com' });
    await settle();
    expect(first.getSnapshot()).toEqual(signedIn);
    expect(await first.getAccessToken()).toBe('access-1');
  });

  it('never continue each other’s ended work', async () => {
    const [first, second] = await openTwo();
    server.refreshTokens.clear();
    await first.renewSession('access-1');
    await second.signIn({ ...ada, username: 'bob@example.com' });
    await settle();
    expect(first.getSnapshot()).toEqual({ status: 'ended', username: 'ada@example.com' });
    await second.signIn({ ...ada, username: 'ADA@example.com' });
    await settle();
    expect(first.getSnapshot()).toMatchObject({ status: 'signedIn' });
  });
});

describe('a message between tabs', () => {
  const listeners = { onAsk: () => null, onSession: vi.fn<() => void>(), onSignOut: vi.fn<() => void>() };

  it('of any other shape is ignored', async () => {
    const open = fakeChannels();
    const other = open();
    connectTabs(open(), listeners);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything({ withMap: false }), fc.jsonValue()), async (message) => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        other.postMessage(JSON.parse(JSON.stringify(message) ?? 'null'));
        await settle();
      }),
    );
    for (const session of [
      null,
      {},
      { accessToken: 'a\nb', username: 'a', clientId: '' },
      { accessToken: 'ok' },
    ]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      other.postMessage({ type: 'signedIn', session });
    }
    await settle();
    expect(listeners.onSession).not.toHaveBeenCalled();
    expect(listeners.onSignOut).not.toHaveBeenCalled();
  });

  it('brings a newer session only', () => {
    const base = { accessToken: 'a', username: 'u', clientId: 'c', generation: 2, remainingMs: null };
    const ours = { ...base, refreshToken: 'r' };
    expect(isNewer({ ...ours, generation: 3 }, ours)).toBe(true);
    expect(isNewer({ ...ours, generation: 1 }, ours)).toBe(false);
    expect(isNewer(ours, ours)).toBe(false);
    expect(isNewer(ours, { ...ours, refreshToken: null })).toBe(true);
    expect(isNewer({ ...ours, generation: 3, clientId: 'other' }, ours)).toBe(false);
  });

  it('knows a person by the e-mail, whatever its case', () => {
    expect(isSameUser(' Ada@Example.com', 'ada@example.com')).toBe(true);
    expect(isSameUser('ada@example.com', 'bob@example.com')).toBe(false);
  });
});
