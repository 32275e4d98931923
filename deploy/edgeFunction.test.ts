import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiHeaders } from '../server/securityHeaders';
import { servicePaths, withheldHeaders } from '../server/serviceProxy';
import answer, { onRequest } from './edgeFunction';

const origin = 'https://sections.example.com';

describe('deploy/edgeFunction.ts', () => {
  const service = vi.fn<typeof fetch>();

  beforeEach(() => {
    service.mockImplementation(() => {
      const headers = new Headers({ 'Content-Type': 'text/html', 'Retry-After': '7' });
      for (const name of withheldHeaders) headers.set(name, 'x');
      headers.set('Content-Security-Policy', 'script-src *');
      headers.set('Cache-Control', 'public');
      return Promise.resolve(new Response('<script>1</script>', { status: 409, headers }));
    });
    vi.stubGlobal('fetch', service);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    service.mockReset();
  });

  it.each(servicePaths.map((path) => path.replace(/\/$/, '/x?page=2')))(
    'passes %s on to the service, and its answer under the headers of data',
    async (path) => {
      const given = await answer(new Request(origin + path));
      expect(service.mock.calls.map(([url]) => url)).toEqual([`https://spaces.nexudus.com${path}`]);
      expect([given.status, await given.text()]).toEqual([409, '<script>1</script>']);
      expect(Object.fromEntries(given.headers)).toEqual({
        ...Object.fromEntries(new Headers({ ...apiHeaders })),
        'content-type': 'text/html',
        'retry-after': '7',
      });
    },
  );

  it('sends what the app has said, and nothing of the browser', async () => {
    const headers = { Authorization: 'Bearer t', client_id: 'c', 'Content-Type': 'application/json' };
    const own = { Origin: origin, Referer: origin, Cookie: 'a=b', 'X-Forwarded-For': '1.2.3.4' };
    const request = new Request(`${origin}/api/content/x`, {
      method: 'PUT',
      headers: { ...headers, ...own },
      body: '{"Id": 1}',
    });
    await onRequest({ request });
    const [, sent] = service.mock.calls[0] ?? [];
    expect(sent).toMatchObject({ method: 'PUT', redirect: 'manual' });
    expect(Object.fromEntries(new Headers(sent?.headers))).toEqual(Object.fromEntries(new Headers(headers)));
    expect(await new Response(sent?.body).text()).toBe('{"Id": 1}');
  });

  it.each([
    '/api',
    '/api/',
    '/api/html',
    '/api/tokens',
    '/api/token/x',
    '/api/content',
    '/api/content/..%5chtml',
    '/api/content/%2e%2e%5chtml',
    '/api/content/%2E%2E%5Chtml',
  ])('answers %s itself, with 404', async (path) => {
    const given = await answer(new Request(origin + path));
    expect(given.status).toBe(404);
    expect(Object.fromEntries(given.headers)).toEqual(Object.fromEntries(new Headers({ ...apiHeaders })));
    expect(service).not.toHaveBeenCalled();
  });
});
