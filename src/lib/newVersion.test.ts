import { describe, expect, it } from 'vitest';
import { entryOf, isNewVersionOut, mayReloadNow, RELOAD_GAP_MS } from './newVersion';

const page = (script: string) =>
  `<head><script type="module" crossorigin src="${script}"></script><link rel="modulepreload" href="/x.js"></head>`;

const memory = () => {
  const items = new Map<string, string>();
  return () =>
    ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }) as Storage;
};

const refused = () => {
  throw new Error('refused');
};

describe('a new version', () => {
  it('is out when the server names another first script', async () => {
    expect(entryOf(page('/assets/index-a.js'))).toBe('/assets/index-a.js');
    expect(await isNewVersionOut('/assets/index-a.js', async () => page('/assets/index-b.js'))).toBe(true);
    expect(await isNewVersionOut('/assets/index-a.js', async () => page('/assets/index-a.js'))).toBe(false);
  });

  it('is not made up from a failed connection or a strange page', async () => {
    expect(await isNewVersionOut('/a.js', () => Promise.reject(new TypeError('Failed to fetch')))).toBe(
      false,
    );
    expect(await isNewVersionOut('/a.js', async () => '<h1>Please pay for the wifi</h1>')).toBe(false);
    expect(await isNewVersionOut(null, async () => page('/b.js'))).toBe(false);
  });
});

describe('a reload by itself', () => {
  it('happens at most once in half a minute', () => {
    const storage = memory();
    expect(mayReloadNow(storage, 1_000_000)).toBe(true);
    expect(mayReloadNow(storage, 1_000_000 + RELOAD_GAP_MS - 1)).toBe(false);
    expect(mayReloadNow(storage, 1_000_000 + RELOAD_GAP_MS)).toBe(true);
  });

  it('is not forbidden for long by a clock that was set back', () => {
    const storage = memory();
    expect(mayReloadNow(storage, 1_000_000)).toBe(true);
    expect(mayReloadNow(storage, 5)).toBe(true);
  });

  it('does not happen where nothing can be remembered', () => {
    expect(mayReloadNow(refused, 1)).toBe(false);
  });
});
