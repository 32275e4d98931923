import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEarlyRead, takeEarlyRead } from './preloadedReads';

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
    startEarlyRead('/things/1', 'token', '/api');
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
    startEarlyRead('/things/2', 'token', '/api');
    expect(await (await takeEarlyRead('/things/2', 'token'))?.text()).toBe('{}');
    expect(takeEarlyRead('/things/2', 'token')).toBeUndefined();
  });

  it('is not handed over for another path', () => {
    startEarlyRead('/things/3', 'token', '/api');
    expect(takeEarlyRead('/things/33', 'token')).toBeUndefined();
  });

  it('is not handed over to another session', () => {
    startEarlyRead('/things/4', 'token', '/api');
    expect(takeEarlyRead('/things/4', 'other')).toBeUndefined();
    expect(takeEarlyRead('/things/4', 'token')).toBeUndefined();
  });

  it('is not handed over when it is old', () => {
    vi.useFakeTimers();
    startEarlyRead('/things/5', 'token', '/api');
    vi.advanceTimersByTime(10_000);
    expect(takeEarlyRead('/things/5', 'token')).toBeUndefined();
  });

  it('gives its failure to the one who takes it', async () => {
    fetch.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')));
    startEarlyRead('/things/6', 'token', '/api');
    await expect(takeEarlyRead('/things/6', 'token')).rejects.toThrow('Failed to fetch');
  });
});
