import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigError, parseConfig } from './config';

describe('the settings', () => {
  it.each([
    ['/api', '/api'],
    ['/api/', '/api'],
    ['/', ''],
    ['/a/b//', '/a/b'],
    ['https://spaces.nexudus.com/api/', 'https://spaces.nexudus.com/api'],
    ['http://localhost:4000', 'http://localhost:4000'],
  ])('accept %s as the address of the API', (text, apiBaseUrl) => {
    expect(parseConfig({ apiBaseUrl: text })).toEqual({ apiBaseUrl });
  });

  it('have a default', () => {
    expect(parseConfig({})).toEqual({ apiBaseUrl: '/api' });
  });

  it.each([
    '',
    'api',
    './api',
    '//evil.example/api',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'data:,x',
    'ftp://example.com',
    'https:evil.example',
    'https://',
    'https://user:pw@example.com/api',
    '/api?x=1',
    '/api#x',
    'https://example.com/api?x',
  ])('refuse %j as the address of the API', (apiBaseUrl) => {
    expect(() => parseConfig({ apiBaseUrl })).toThrow(ConfigError);
  });

  it.each([null, [], 'text', 1, { apiBaseUrl: 7 }, { apiBaseUrl: null }])('refuse %j', (json) => {
    expect(() => parseConfig(json)).toThrow(ConfigError);
  });

  it('name a setting that is not known, so that a slip of the pen is found', () => {
    expect(() => parseConfig({ apiBaseURL: '/api' })).toThrow('unknown setting “apiBaseURL”');
  });
});

describe('config.json', () => {
  const fetch = vi.fn<() => Promise<Response>>();
  beforeEach(() => {
    vi.resetModules();
    fetch.mockReset();
    vi.stubGlobal('fetch', fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is read once', async () => {
    fetch.mockResolvedValue(Response.json({ apiBaseUrl: '/nexudus' }));
    const { loadConfig } = await import('./config');
    expect(await Promise.all([loadConfig(), loadConfig()])).toEqual([
      { apiBaseUrl: '/nexudus' },
      { apiBaseUrl: '/nexudus' },
    ]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('may be missing', async () => {
    fetch.mockResolvedValue(new Response('', { status: 404 }));
    const { loadConfig } = await import('./config');
    expect(await loadConfig()).toEqual({ apiBaseUrl: '/api' });
  });

  it.each([
    ['is no JSON', () => Promise.resolve(new Response('<!doctype html>')), 'not valid JSON'],
    ['cannot be loaded', () => Promise.reject(new TypeError('Failed to fetch')), 'could not be loaded'],
    ['is refused', () => Promise.resolve(new Response('', { status: 500 })), 'answered 500'],
  ])('says so when it %s, and is read again later', async (_name, answer, message) => {
    fetch.mockImplementationOnce(answer);
    const { loadConfig } = await import('./config');
    await expect(loadConfig()).rejects.toThrow(message);
    fetch.mockResolvedValueOnce(Response.json({}));
    expect(await loadConfig()).toEqual({ apiBaseUrl: '/api' });
  });
});
