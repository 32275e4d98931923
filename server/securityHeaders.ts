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

/** preview.html runs in a frame with an opaque origin; `dompurify` is the policy that DOMPurify makes for its parser. */
const previewPolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': 'https: data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'dompurify',
  sandbox: 'allow-scripts',
});

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** The headers for one path of the static app (not for the API behind the proxy). */
export function securityHeaders(path: string): Record<string, string> {
  if (path === '/preview.html' || path === '/preview') {
    return { ...common, 'Content-Security-Policy': previewPolicy };
  }
  if (path.startsWith('/assets/')) {
    // The frame's origin is opaque, so its module script and style are cross-origin to it.
    return { ...common, 'Access-Control-Allow-Origin': '*' };
  }
  return { ...common, 'Content-Security-Policy': appPolicy, 'X-Frame-Options': 'DENY' };
}
