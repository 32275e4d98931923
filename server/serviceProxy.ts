import type { ProxyOptions } from 'vite';
import { apiHeaders } from './securityHeaders.ts';
import { UsageError } from './usageError.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The base of the service that NEXUDUS_URL names, without the trailing `/api` and slashes:
 * `https://spaces.nexudus.com/api/` → `https://spaces.nexudus.com`.
 * @throws UsageError for anything that passwords should not be sent to.
 */
export function normaliseServiceUrl(value: string): string {
  const complain = (problem: string) =>
    new UsageError(
      `NEXUDUS_URL is ${JSON.stringify(value)}: ${problem}. Example: NEXUDUS_URL=https://spaces.nexudus.com`,
    );
  const text = value.trim();
  if (!/^https?:\/\//i.test(text)) throw complain('it must start with https://');
  if (!URL.canParse(text)) throw complain('it is not a URL');
  const url = new URL(text);
  if (url.username || url.password) throw complain('it must not hold a user name or a password');
  if (url.search || url.hash) throw complain('it must end with the path');
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) {
    throw complain('passwords would cross the network in the clear, so it must be https:');
  }
  return (
    url.origin +
    url.pathname
      .replace(/\/+$/, '')
      .replace(/\/api$/i, '')
      .replace(/\/+$/, '')
  );
}

/** What of the service is passed on: what the app asks for, and its files. Ends with a slash: all that is below. */
export const servicePaths: readonly string[] = ['/api/token', '/api/content/', '/api/sys/'];

/** Headers by which the service would speak for the whole origin of the app, or tell what it is made of. */
export const withheldHeaders: readonly string[] = [
  'Set-Cookie',
  'Strict-Transport-Security',
  'Clear-Site-Data',
  'Alt-Svc',
  'NEL',
  'Report-To',
  'Reporting-Endpoints',
  'X-Powered-By',
  'X-AspNet-Version',
  'X-AspNetMvc-Version',
];

/**
 * Vite's proxy rules for the service: `/api/content/x` → `${NEXUDUS_URL}/api/content/x`, under the service's own host name;
 * what is not in `servicePaths` is a 404. What only a browser on this machine would add (Origin, Referer, Cookie) stays
 * here, and answers get `apiHeaders`; deploy/ does the same.
 */
export function serviceProxy(value: string): Record<string, ProxyOptions> {
  const target = normaliseServiceUrl(value);
  const passedOn = servicePaths.map((path) => (path.endsWith('/') ? path : `${path}(?:\\?|$)`));
  return {
    // No “..”, in whatever spelling: it could lead out of these.
    [`^(?![^?]*(?:\\.|%2[eE]){2})(?:${passedOn.join('|')})`]: {
      target,
      changeOrigin: true,
      timeout: 120_000,
      proxyTimeout: 60_000,
      configure: (proxy) => {
        proxy.on('proxyReq', (request) => {
          for (const name of ['origin', 'referer', 'cookie']) request.removeHeader(name);
        });
        proxy.on('proxyRes', ({ headers }) => {
          for (const name of withheldHeaders) delete headers[name.toLowerCase()];
          for (const [name, text] of Object.entries(apiHeaders)) headers[name.toLowerCase()] = text;
        });
      },
    },
    '^/api(?:[/?]|$)': { target, bypass: () => false },
  };
}
