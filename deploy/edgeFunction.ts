// The API on the app's own origin, where the host runs functions instead of a proxy. It imports nothing, to be copied:
// for Netlify to netlify/edge-functions/api.ts, for Cloudflare Pages to functions/api/[[path]].ts.
// Headers as in server/securityHeaders.ts, paths as in server/serviceProxy.ts.

const service = 'https://spaces.nexudus.com';

/** What of the service is passed on; nothing else of it comes up under the app's name, so no “..” either, in whatever spelling. */
const passedOn = /^\/api\/(?!.*(?:\.|%2[eE]){2})(token$|content\/|sys\/)/;

/** What the app sends. All else is the browser's or the host's own. */
const sentHeaders = ['Accept', 'Accept-Language', 'Authorization', 'client_id', 'Content-Type'];

/** What would speak for the whole origin, or tell what the service is made of; the last two no longer hold here. */
const withheldHeaders = [
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
  'Content-Encoding',
  'Content-Length',
];

/** An answer that is opened as a page runs nothing, loads nothing and has an opaque origin. */
const apiHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (!passedOn.test(pathname)) return new Response(null, { status: 404, headers: apiHeaders });
  const sent = new Headers();
  for (const name of sentHeaders) {
    const value = request.headers.get(name);
    if (value !== null) sent.set(name, value);
  }
  const { method } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // Read as a whole, so that nothing is repeated half; once, whatever comes of it: the app looks whether it was stored.
  const body = hasBody ? await request.arrayBuffer() : null;
  const given = await fetch(service + pathname + search, { method, headers: sent, body, redirect: 'manual' });
  const headers = new Headers(given.headers);
  for (const name of withheldHeaders) headers.delete(name);
  for (const [name, value] of Object.entries(apiHeaders)) headers.set(name, value);
  return new Response(given.body, { status: given.status, headers });
}

/** Netlify. */
export default answer;
export const config = { path: ['/api', '/api/*'] };

/** Cloudflare Pages. */
export const onRequest = ({ request }: { request: Request }) => answer(request);
