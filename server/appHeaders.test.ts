import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plugin, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appHeaders } from './appHeaders.ts';
import { devSecurityHeaders } from './devHeaders.ts';
import { apiHeaders, securityHeaders } from './securityHeaders.ts';

/** What answers where the sandbox would. */
const api: Plugin = {
  name: 'api',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      if (/^\/(api|__sandbox__)/.test(request.url ?? '')) response.end('{}');
      else next();
    });
  },
};

describe('the preview server', () => {
  const root = mkdtempSync(join(tmpdir(), 'app-headers-'));
  let server: PreviewServer;
  let origin: string;

  beforeAll(async () => {
    mkdirSync(join(root, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html><title>app</title>');
    writeFileSync(join(root, 'dist', 'preview.html'), '<!doctype html><title>preview</title>');
    writeFileSync(join(root, 'dist', 'assets', 'main-1.js'), 'export {};');
    server = await preview({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [appHeaders(), api],
      preview: { host: '127.0.0.1', port: 0, cors: false },
    });
    origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });

  it.each([
    ['/', 'app', 'no-cache'],
    ['/sections/87654321/edit?x=/assets/', 'app', 'no-cache'],
    ['/preview.html', 'preview', 'no-cache'],
    ['/preview', 'preview', 'no-cache'],
    ['/assets/main-1.js', 'export', 'public, max-age=31536000, immutable'],
  ])('answers %s with its file, its security headers and its caching', async (path, text, caching) => {
    const answer = await fetch(origin + path);
    expect(await answer.text()).toContain(text);
    const expected = { ...securityHeaders(path.replace(/\?.*/, '')), 'Cache-Control': caching };
    const given = Object.keys(expected).map((name) => [name, answer.headers.get(name)]);
    expect(Object.fromEntries(given)).toEqual(expected);
  });

  it.each([
    '/assets/main-0.js',
    '/assets/',
    '/assets/../assets/x',
    '/assets/x.js?v=1',
    '/assets/%2e%2e%2findex.html',
  ])('says that %s is missing instead of answering with the app', async (path) => {
    const answer = await fetch(origin + path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Cache-Control')).toBeNull();
    expect(await answer.text()).not.toContain('app');
  });

  it.each(['/api/content/courses', '/api/', '/api', '/__sandbox__/worlds'])(
    'gives %s the headers of data, which runs nothing when it is opened as a page',
    async (path) => {
      const answer = await fetch(origin + path);
      const given = Object.keys(apiHeaders).map((name) => [name, answer.headers.get(name)]);
      expect(Object.fromEntries(given)).toEqual(apiHeaders);
      expect(apiHeaders['Content-Security-Policy']).toBe(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
      );
    },
  );
});

it('the preview server says that there is no build', async () => {
  const starting = preview({
    root: join(tmpdir(), 'no-such-build'),
    configFile: false,
    logLevel: 'silent',
    plugins: [appHeaders()],
    preview: { port: 0 },
  });
  await expect(starting).rejects.toThrow('npm run build');
});

describe('the dev server', () => {
  it('relaxes the policy of the app by no more than hot reloading needs', () => {
    const policy = devSecurityHeaders('/')['Content-Security-Policy'] ?? '';
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe-eval');
    const strict = policy.replaceAll(" 'unsafe-inline'", '');
    expect(strict).toBe(securityHeaders('/')['Content-Security-Policy']);
  });

  it('keeps the policy of the preview', () => {
    expect(devSecurityHeaders('/preview.html')).toEqual(securityHeaders('/preview.html'));
  });
});
