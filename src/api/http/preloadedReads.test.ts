import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { preloadRead, takePreloadedRead } from './preloadedReads';

const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
beforeEach(() => {
  fetch.mockReset();
  fetch.mockImplementation(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a read that is started before the code is there', () => {
  it('is sent with the token, without cookies, and not followed elsewhere', () => {
    preloadRead('/things/1', 'token', '/api');
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/api/things/1');
    expect(init).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      headers: { Authorization: 'Bearer token' },
    });
  });

  it('is handed over once', async () => {
    preloadRead('/things/2', 'token', '/api');
    expect(await (await takePreloadedRead('/things/2', 'token'))?.text()).toBe('{}');
    expect(takePreloadedRead('/things/2', 'token')).toBeUndefined();
  });

  it('is not handed over for another path', () => {
    preloadRead('/things/3', 'token', '/api');
    expect(takePreloadedRead('/things/33', 'token')).toBeUndefined();
  });

  it('is not handed over to another session', () => {
    preloadRead('/things/4', 'token', '/api');
    expect(takePreloadedRead('/things/4', 'other')).toBeUndefined();
    expect(takePreloadedRead('/things/4', 'token')).toBeUndefined();
  });

  it('is not handed over when it is old', () => {
    vi.useFakeTimers();
    preloadRead('/things/5', 'token', '/api');
    vi.advanceTimersByTime(10_000);
    expect(takePreloadedRead('/things/5', 'token')).toBeUndefined();
  });

  it('gives its failure to the one who takes it', async () => {
    fetch.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')));
    preloadRead('/things/6', 'token', '/api');
    await expect(takePreloadedRead('/things/6', 'token')).rejects.toThrow('Failed to fetch');
  });
});
