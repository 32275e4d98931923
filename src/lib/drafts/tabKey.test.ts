import { describe, expect, it } from 'vitest';
import { takeTabKey } from './tabKey';

/** A tab's storage and the events of the page in it. */
function tab(stored: Record<string, string> = {}) {
  const contents = new Map(Object.entries(stored));
  const listeners = new Map<string, () => void>();
  const storage = {
    getItem: (name: string) => contents.get(name) ?? null,
    setItem: (name: string, value: string) => void contents.set(name, value),
    removeItem: (name: string) => void contents.delete(name),
  } as Storage;
  return {
    copy: () => tab(Object.fromEntries(contents)),
    fire: (type: string) => listeners.get(type)?.(),
    load: (key: string) =>
      takeTabKey(
        () => storage,
        { addEventListener: (type, listener) => void listeners.set(type, listener) },
        () => key,
      ),
  };
}

const refused = () => {
  throw new DOMException('No', 'SecurityError');
};

describe('the name of a tab', () => {
  it('survives a reload', () => {
    const page = tab();
    expect(page.load('a')).toBe('a');
    page.fire('pagehide');
    expect(page.load('b')).toBe('a');
  });

  it('is not shared with a duplicate of the tab, not even after it came back from the cache', () => {
    const page = tab();
    page.load('a');
    expect(page.copy().load('b')).toBe('b');
    page.fire('pagehide');
    page.fire('pageshow');
    expect(page.copy().load('c')).toBe('c');
  });

  it('is a new one where storage is refused', () => {
    expect(takeTabKey(refused, { addEventListener: () => undefined }, () => 'a')).toBe('a');
  });
});
