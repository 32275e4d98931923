import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { devSecurityHeaders } from './devHeaders.ts';
import { apiHeaders, securityHeaders } from './securityHeaders.ts';
import { UsageError } from './usageError.ts';

/** The path of a request without its query; `//x` stays a path. */
const pathOf = (request: Connect.IncomingMessage) => (request.url ?? '/').replace(/[?#].*$/, '');

/** What the sandbox or the proxy answers. */
const isApi = (path: string) => /^\/(?:api|__sandbox__)(?:\/|$)/.test(path);

/** Caching as deploy/ does it: what has a hash in its name is kept for good, all else is asked for anew. */
export const cacheControl = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

function headersOf(headersFor: (path: string) => Record<string, string>): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request);
    const headers = isApi(path) ? apiHeaders : headersFor(path);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** A file of an older build is missing, not a page: index.html as an answer would be run as a script. */
function missingAssets(directory: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request);
    if (!path.startsWith('/assets/') || isFile(join(directory, path))) return next();
    response.removeHeader('Cache-Control');
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Not found');
  };
}

/** Gives Vite's servers the headers that the app is deployed with (the dev server: as far as its reloading allows). */
export function appHeaders(): Plugin {
  return {
    name: 'app-headers',
    configureServer(server) {
      server.middlewares.use(headersOf(devSecurityHeaders));
    },
    configurePreviewServer({ middlewares, config }) {
      const directory = join(config.root, config.build.outDir);
      if (!existsSync(join(directory, 'index.html'))) {
        throw new UsageError(
          'There is no build to serve: run “npm run build” first, or “npm start”, which does both.',
        );
      }
      middlewares.use(
        headersOf((path) => ({ ...securityHeaders(path), 'Cache-Control': cacheControl(path) })),
      );
      middlewares.use(missingAssets(directory));
    },
  };
}
