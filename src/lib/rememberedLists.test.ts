import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wayBack } from './listAddresses';
import { forgetLists, rememberList } from './rememberedLists';

const path = '/courses/7/sections';

/** Storage as a browser has it: what is kept are its own properties. */
class FakeStorage {
  [key: string]: unknown;
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, text: string) {
    this[key] = text;
  }
  removeItem(key: string) {
    Reflect.deleteProperty(this, key);
  }
}

beforeEach(() => vi.stubGlobal('sessionStorage', new FakeStorage()));
afterEach(() => vi.unstubAllGlobals());

describe('the way back to a list', () => {
  it('is the list as it was last seen', () => {
    rememberList(path, '?search=a');
    rememberList(path, '?search=ab');
    rememberList('/courses', '?search=c');
    expect(wayBack(path, 3)).toEqual({ to: { pathname: path, search: '?search=ab' }, state: { row: 3 } });
    rememberList(path, '');
    expect(wayBack(path).to).toEqual({ pathname: path, search: '' });
  });

  it('is the bare list where none was seen, and after signing out, which leaves everything else', () => {
    expect(wayBack(path).to.search).toBe('');
    sessionStorage.setItem('something else', 'stays');
    rememberList(path, '?search=a');
    forgetLists();
    expect(wayBack(path).to.search).toBe('');
    expect(Object.entries(sessionStorage)).toEqual([['something else', 'stays']]);
  });

  it('is the bare list where nothing can be stored', () => {
    vi.stubGlobal('sessionStorage', undefined);
    rememberList(path, '?search=a');
    forgetLists();
    expect(wayBack(path).to.search).toBe('');
  });
});
