import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiHeaders } from './securityHeaders.ts';
import { normaliseServiceUrl, serviceProxy, withheldHeaders } from './serviceProxy.ts';
import { UsageError } from './usageError.ts';

describe('NEXUDUS_URL', () => {
  it.each([
    ['https://spaces.nexudus.com', 'https://spaces.nexudus.com'],
    ['https://spaces.nexudus.com/', 'https://spaces.nexudus.com'],
    ['https://spaces.nexudus.com/api', 'https://spaces.nexudus.com'],
    ['  https://spaces.nexudus.com/api//  ', 'https://spaces.nexudus.com'],
    ['HTTPS://Spaces.Nexudus.com/API', 'https://spaces.nexudus.com'],
    ['https://proxy.example:8443/nexudus/api/', 'https://proxy.example:8443/nexudus'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/api', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('%j is the service %s', (value, base) => {
    expect(normaliseServiceUrl(value)).toBe(base);
  });

  it.each([
    ['spaces.nexudus.com', 'https://'],
    ['ftp://spaces.nexudus.com', 'https://'],
    ['https://', 'not a URL'],
    ['https://me:secret@spaces.nexudus.com', 'password'],
    ['https://spaces.nexudus.com/?a=1', 'end with the path'],
    ['https://spaces.nexudus.com/#a', 'end with the path'],
    ['http://spaces.nexudus.com', 'in the clear'],
    ['http://127.0.0.1.evil.example', 'in the clear'],
  ])('%j is refused, and the words say why', (value, words) => {
    expect(() => normaliseServiceUrl(value)).toThrow(UsageError);
    expect(() => normaliseServiceUrl(value)).toThrow(words);
  });
});

describe('the proxy to the service', () => {
  const service = createServer((request, response) => {
    response.setHeader('Set-Cookie', 'session=1');
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    response.setHeader('X-Powered-By', 'ASP.NET');
    response.setHeader('Cache-Control', 'public, max-age=600');
    response.setHeader('Content-Security-Policy', "default-src *; script-src * 'unsafe-inline'");
    response.setHeader('Retry-After', '7');
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  let server: PreviewServer;
  let origin: string;
  let host: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
    server = await preview({
      configFile: false,
      logLevel: 'silent',
      preview: { host: '127.0.0.1', port: 0, cors: false, proxy: serviceProxy(`http://${host}/api/`) },
    });
    origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await server.close();
    service.close();
  });

  it('passes path, query, token and client_id on under the name of the service', async () => {
    const headers = { Authorization: 'Bearer t', client_id: 'c' };
    const answer = await fetch(`${origin}/api/content/courses?page=2`, { headers });
    expect(await answer.json()).toMatchObject({
      url: '/api/content/courses?page=2',
      headers: { host, authorization: 'Bearer t', client_id: 'c' },
    });
  });

  it('keeps what belongs to this origin alone', async () => {
    const answer = await fetch(`${origin}/api/token`, {
      method: 'POST',
      headers: { Origin: origin, Referer: origin, Cookie: 'a=b' },
    });
    const { headers } = (await answer.json()) as { headers: Record<string, string> };
    expect(headers).not.toHaveProperty('origin');
    expect(headers).not.toHaveProperty('referer');
    expect(headers).not.toHaveProperty('cookie');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it('lets no answer speak for the origin, and gives each the headers of data', async () => {
    const { headers } = await fetch(`${origin}/api/content/courses`);
    expect(withheldHeaders.filter((name) => headers.has(name))).toEqual([]);
    expect(Object.keys(apiHeaders).map((name) => [name, headers.get(name)])).toEqual(
      Object.entries(apiHeaders),
    );
    expect(headers.get('Retry-After')).toBe('7');
  });

  it.each(['/api/token', '/api/token?x=/', '/api/content/courses?title=a..b', '/api/sys/x'])(
    'passes %s on',
    async (path) => {
      expect(await (await fetch(origin + path)).json()).toMatchObject({ url: path });
    },
  );

  it.each([
    '/api',
    '/api/',
    '/api/html',
    '/api/tokens',
    '/api/token/x',
    '/api/content',
    '/api?x=/api/token',
    '/api/content/..%5chtml',
    '/api/content/%2e%2e%5chtml',
    '/api/content/%2E%2E%5Chtml',
    '/api/sys/x..%2f..%2fhtml',
  ])('answers %s itself, with 404', async (path) => {
    const answer = await fetch(origin + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('"url"');
  });

  it('leaves every other path alone', async () => {
    const answer = await fetch(`${origin}/apis`);
    expect(await answer.text()).not.toContain('"headers"');
  });
});
