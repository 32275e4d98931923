import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const path = '/courses/7/sections';
let stored: Map<string, string>;

/** The module as a page has it that was just loaded. */
async function load() {
  vi.resetModules();
  return import('./listAddresses');
}

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the way back to a list', () => {
  it('is the list as it was last seen, also after a reload', async () => {
    const { rememberList, wayBack } = await load();
    rememberList(path, '?search=a');
    rememberList(path, '?search=ab');
    rememberList('/courses', '?search=c');
    const expected = { to: { pathname: path, search: '?search=ab' }, state: { row: 3 } };
    expect(wayBack(path, 3)).toEqual(expected);
    expect((await load()).wayBack(path, 3)).toEqual(expected);
  });

  it('is the bare list where none was seen, and after signing out', async () => {
    const { forgetLists, rememberList, wayBack } = await load();
    expect(wayBack(path).to).toEqual({ pathname: path, search: '' });
    rememberList(path, '?search=a');
    forgetLists();
    expect(wayBack(path).to.search).toBe('');
    expect([...stored.values()].join()).not.toContain('search');
  });

  it.each(['{', 'null', '7', '"x"', `{"${path}":5}`])('does without what is damaged: %s', async (text) => {
    stored.set('nexudus-sections.lists', text);
    const { wayBack } = await load();
    expect(wayBack(path).to.search).toBe('');
  });

  it('works without storage until a reload', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    const { rememberList, wayBack } = await load();
    rememberList(path, '?search=a');
    expect(wayBack(path).to.search).toBe('?search=a');
  });
});
