import { securityHeaders } from './securityHeaders.ts';

/**
 * The headers of the dev server: those of the product, less what hot reloading breaks. Vite puts an inline script for
 * React's refresh into the page and adds styles as `<style>`; its client opens a WebSocket to the same host. Trusted
 * Types and all other directives hold as in production.
 */
export function devSecurityHeaders(path: string): Record<string, string> {
  const headers = securityHeaders(path);
  const policy = headers['Content-Security-Policy'];
  if (policy === undefined) return headers;
  const relaxed = policy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  return {
    ...headers,
    // The preview frame's origin is opaque: in development its modules come from everywhere, not from /assets/ alone.
    'Access-Control-Allow-Origin': 'null',
    'Content-Security-Policy': relaxed.includes('connect-src') ? relaxed : `${relaxed}; connect-src 'self'`,
  };
}
