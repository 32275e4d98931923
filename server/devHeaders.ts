import { securityHeaders } from './securityHeaders.ts';

/**
 * The headers of the dev server: those of the product, less what hot reloading breaks. Vite puts an inline script for
 * React's refresh into the page and adds styles as `<style>`. Trusted Types and all other directives hold as in
 * production, and so does all of the preview's policy: its page is built for the dev server too.
 */
export function devSecurityHeaders(path: string): Readonly<Record<string, string>> {
  const headers = securityHeaders(path);
  const policy = headers['Content-Security-Policy'];
  if (policy === undefined) return headers;
  return {
    ...headers,
    'Content-Security-Policy': policy
      .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  };
}
