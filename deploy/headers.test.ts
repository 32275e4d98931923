import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheControl } from '../server/appHeaders';
import { apiHeaders, securityHeaders } from '../server/securityHeaders';
import { servicePaths, withheldHeaders } from '../server/serviceProxy';
import { paths } from '../src/paths';
import { caddyHeadersFor, headersFileFor, type Headers, nginxHeadersFor } from './readHeaders';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const expected = (path: string): Headers =>
  path.startsWith('/api') ? apiHeaders : { ...securityHeaders(path), 'Cache-Control': cacheControl(path) };

const pages = [
  paths.home(),
  paths.signIn(),
  paths.courses(),
  paths.courseSections(87654321),
  paths.newSection(),
  paths.editSection(87654321),
];
const files = ['/preview.html', '/assets/main-abc.js'];
const passedOn = servicePaths.map((path) => path.replace(/\/$/, '/x/1'));
const keptBack = [
  '/api',
  '/api/',
  '/api/html',
  '/api/tokens',
  '/api/token/x',
  '/api/content',
  '/apis',
  '/x/api/token',
  '/api/content/..\\html',
];

describe('public/_headers', () => {
  const text = read('public/_headers');

  it.each([...pages, '/index.html', ...files])('gives %s the headers of the preview server', (path) => {
    expect(headersFileFor(text, path)).toEqual(expected(path));
  });

  it('keeps the policy of the app and that of the preview apart', () => {
    expect(headersFileFor(text, '/preview.html')['Content-Security-Policy']).not.toContain('connect-src');
  });

  it('has a policy for every path that public/_redirects answers with the app', () => {
    const rules = read('public/_redirects')
      .split('\n')
      .filter((line) => line.includes('/index.html'))
      .map((line) => line.split(/\s+/, 1)[0] ?? '');
    expect(rules.length).toBeGreaterThan(0);
    const examples = rules.map((rule) => rule.replace('*', '1'));
    expect(examples.map((path) => headersFileFor(text, path))).toEqual(examples.map(expected));
  });

  it('has no rule that passes the API on, which would have no headers', () => {
    expect(read('public/_redirects')).not.toMatch(/^(?!#)\S+\s+https?:/m);
  });

  it.each(pages.filter((path) => path !== '/'))('and public/_redirects answers %s with the app', (path) => {
    const rules = read('public/_redirects').matchAll(/^(\S+)\s+\/index\.html\s+200$/gm);
    const matches = [...rules].some(([, rule = '']) =>
      rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule,
    );
    expect(matches).toBe(true);
  });
});

describe('deploy/nginx.conf', () => {
  const text = read('deploy/nginx.conf');

  // try_files has turned the path of every page into /index.html by the time headers are added.
  it.each(['/index.html', ...files])('gives %s the headers of the preview server', (path) => {
    expect(nginxHeadersFor(text, path)).toEqual(expected(path));
  });

  it.each([...passedOn, '/api', '/api/html'])('gives %s the headers of data, once each', (path) => {
    expect(nginxHeadersFor(text, path)).toEqual(apiHeaders);
    const hidden = [...text.matchAll(/^ {8}proxy_hide_header (\S+);$/gm)].map(([, name]) => name);
    expect(new Set(hidden)).toEqual(new Set([...Object.keys(apiHeaders), ...withheldHeaders]));
    // A location with one of its own would inherit none.
    expect(text).not.toMatch(/^ {8}add_header/m);
  });

  it('passes on what the local servers pass on', () => {
    const [, pattern = '', refused = ''] =
      /location ~ (\S+) \{(?:\s*#.*)*\s*if \(\$request_uri ~\* "(\S+)"\) \{\s*return 404;\s*\}(?:\s*#.*)*\s*proxy_pass/.exec(
        text,
      ) ?? [];
    const isPassedOn = (path: string) =>
      new RegExp(pattern).test(path) && !new RegExp(refused, 'i').test(path);
    expect([...passedOn, '/api/content/x?title=a..b'].filter((path) => !isPassedOn(path))).toEqual([]);
    expect(keptBack.filter(isPassedOn)).toEqual([]);
    // nginx finds the location by the path without its dots, and sends the one with them.
    const led = ['/api/html/..%2fcontent/x', '/api/html//../content/x', '/api/content/%2e%2E%5chtml'];
    expect(led.filter((path) => !new RegExp(refused, 'i').test(path))).toEqual([]);
    expect(text).toMatch(/location ~ \^\/api\(\/\|\$\) \{\s*return 404;/);
  });

  it.each([
    ['keeps the header client_id', /^ {4}underscores_in_headers on;$/m],
    ['names the service to its TLS', /proxy_ssl_server_name on;/],
    ['names the service as the host', /proxy_set_header Host spaces\.nexudus\.com;/],
    ['passes the path on as it is', /proxy_pass https:\/\/spaces\.nexudus\.com;/],
    ['never repeats a write', /proxy_next_upstream off;/],
    ['answers an unknown asset with 404', /location \^~ \/assets\/ \{\s*try_files \$uri =404;/],
    ['answers every page with the app', /location \/ \{\s*try_files \$uri \/index\.html;/],
  ])('%s', (_, pattern) => {
    expect(text).toMatch(pattern);
  });
});

describe('deploy/Caddyfile', () => {
  const text = read('deploy/Caddyfile');

  it.each([
    ['', '/'],
    ['/preview.html', '/preview.html'],
    ['/assets/*', '/assets/main-abc.js'],
    ['@api', '/api/content/x'],
  ])('gives the block “%s” the headers of the preview server', (pattern, path) => {
    expect(caddyHeadersFor(text, pattern)).toEqual(expected(path));
  });

  it('withholds what would speak for the origin', () => {
    const withheld = [...text.matchAll(/^\t{3}-(\S+)$/gm)].map(([, name]) => name);
    expect(withheld).toEqual(withheldHeaders);
  });

  it('passes on what the local servers pass on, under the name of the service', () => {
    expect(text).toMatch('@api path /api /api/*\n');
    const paths = servicePaths.map((path) => path.replace(/\/$/, '/*'));
    expect(text).toMatch(
      /@service \{\s*path (.*)\s*(?:#.*\s*)?not vars_regexp \{http\.request\.orig_uri\.path\} \\\.\\\.\s*\}/,
    );
    expect(text).toContain(`path ${paths.join(' ')}\n`);
    expect(text).toMatch(
      /handle @service \{\s*reverse_proxy https:\/\/spaces\.nexudus\.com \{\s*header_up Host \{upstream_hostport\}/,
    );
    expect(text).toMatch(/handle \{\s*respond 404/);
  });
});
