import { QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router-dom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Address, addressText } from '#/api/addresses';
import { request } from '#/api/http/http';
import { matchPage, type PageName, pageNames, paths, patterns } from '#/paths';
import { type Page, pages } from './pages';

vi.mock('#/api/http/http', () => ({ request: vi.fn<typeof request>(() => new Promise(() => undefined)) }));
afterEach(() => vi.clearAllMocks());

const page = (name: PageName): Page<number | null> => pages[name];

describe.each(pageNames)('the page %s', (name) => {
  it('is at the address that leads to it, for the table and for the router', () => {
    const path = (paths[name] as (id?: number) => string)(patterns[name].includes(':') ? 7 : undefined);
    const id = patterns[name].includes(':') ? 7 : null;
    expect(matchPage(path)).toEqual({ name, id });
    const params = Object.values(matchPath(patterns[name], path)?.params ?? { none: true });
    expect(params).toEqual(id === null ? [] : [String(id)]);
  });

  it('has at most one id in its address', () => {
    expect(patterns[name].split(':').length).toBeLessThanOrEqual(2);
  });

  it('starts its reads, those first that the entry asks for early; or has none, without a session', async () => {
    expect(page(name).prefetch === undefined).toBe(page(name).isPublic === true);
    await page(name).prefetch?.(new QueryClient(), 7);
    const asked = vi.mocked(request).mock.calls.map(([call]) => addressText(call));
    const early = (page(name).earlyReads?.(7) ?? []).map((address: Address) => addressText(address));
    expect(asked.slice(0, early.length)).toEqual(early);
  });
});

it('every page of a room is in the table, each once', () => {
  const inRooms = Object.keys(import.meta.glob('../features/**/*Page.tsx')).map((file) => file.slice(2));
  const inTable = pageNames.map((name) => /\/features\/[^'"]+Page/.exec(String(pages[name].load))?.[0]);
  expect(inTable.map((source) => `${source}.tsx`).sort()).toEqual(inRooms.sort());
});

describe('an address that is no page', () => {
  it.each([
    '/courses/0/sections',
    '/courses/-1/sections',
    '/courses/1e3/sections',
    '/courses/01/sections',
    '/sections/12345678901234567/edit',
    '/sections/9007199254740993/edit',
    '/sections//edit',
    '/sections/7',
    '/sections/7/edit/more',
    '/nowhere',
    '',
  ])('%j', (path) => {
    expect(matchPage(path)).toBeNull();
  });
});

it('home leads to the courses', () => {
  expect(matchPage(paths.home())).toEqual({ name: 'courses', id: null });
});
