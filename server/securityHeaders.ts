/**
 * The security headers of every server that hands out the app: Vite's preview and dev servers use this module; a test
 * compares public/_headers and the files in deploy/ with it. The reasons are in docs/limits.md, “Security”.
 */
const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const appPolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' https: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
});

/** What the header of preview.html and the policy inside it have in common; `dompurify` is what DOMPurify parses with. */
const previewDirectives = {
  'default-src': "'none'",
  'img-src': 'https: data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'dompurify',
};

/**
 * The header of preview.html, which runs in a frame with an opaque origin. Two policies hold for that page, and what
 * runs has to please both: this one allows what stands in the page and nothing from any address, the one inside the page
 * (`previewPagePolicy`) the one script and the one style of the build.
 */
const previewPolicy = policy({
  ...previewDirectives,
  'script-src': "'unsafe-inline'",
  'style-src': "'unsafe-inline'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-scripts',
});

/** The policy inside the built preview.html: its script and its style by their hashes (`sha256-…`), and no other. */
export const previewPagePolicy = (hashes: { readonly script: string; readonly style: string }) =>
  policy({
    ...previewDirectives,
    'script-src': `'${hashes.script}'`,
    'style-src': `'${hashes.style}'`,
  });

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/**
 * The headers of every answer under /api. It is data, but a browser shows it as a page to whoever opens its address: such a
 * page runs nothing, loads nothing and has an opaque origin, so that no answer of the service gets at the session.
 */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/** The headers for one path of the static app (not for the API behind the proxy). */
export function securityHeaders(path: string): Readonly<Record<string, string>> {
  if (path === '/preview.html' || path === '/preview') {
    return { ...common, 'Content-Security-Policy': previewPolicy };
  }
  if (path.startsWith('/assets/')) return common;
  return { ...common, 'Content-Security-Policy': appPolicy, 'X-Frame-Options': 'DENY' };
}
