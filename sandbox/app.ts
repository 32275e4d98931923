import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { authenticate, bearerToken } from './auth.ts';
import type { SandboxEnv } from './context.ts';
import { CONTROL_PATH, controlRoutes } from './control.ts';
import { addCourseRoutes } from './courses.ts';
import { json } from './envelope.ts';
import { faults } from './faultAnswer.ts';
import { addSectionRoutes } from './sections.ts';
import { DataError, type Storage } from './storage.ts';
import { DOCUMENTED_LIMITS, type ThrottleRule } from './throttle.ts';
import { addTokenRoute, worldOfForm } from './token.ts';
import { worldNameOfToken } from './tokens.ts';
import { Worlds, type World } from './worlds.ts';

export interface SandboxOptions {
  /** A directory keeps each world in a file of its own; memory forgets all at the end. */
  readonly storage: Storage;
  /** Where the API stands; `/api` by default. */
  readonly basePath?: string;
  /** `true`: the documented limits. Off by default; a world can change it. */
  readonly throttle?: ThrottleRule | boolean;
  /** Milliseconds since 1970; the clock of tokens, stamps and the throttle. */
  readonly now?: () => number;
  /** Origins that browsers may call from; none by default, so that only the same origin works. */
  readonly corsOrigins?: readonly string[];
}

export interface Sandbox {
  readonly basePath: string;
  readonly worlds: Worlds;
  /** One call, with or without a Node socket behind it. */
  fetch(request: Request, bindings?: SandboxEnv['Bindings']): Promise<Response>;
  /** Makes sure that the data can be used, which else the first call does. @throws DataError */
  open(): void;
  /** Forgets all worlds; each is seeded afresh when it is next used. @throws DataError */
  reset(): void;
  /** Ends all waiting answers and closes the databases. */
  close(): void;
}

const DEFAULT_BASE = '/api';
const isUnder = (path: string, base: string) => path === base || path.startsWith(`${base}/`);

/** Whether a path (without query) is the sandbox's to answer. */
export function isSandboxPath(path: string, basePath = DEFAULT_BASE): boolean {
  return isUnder(path, basePath) || isUnder(path, CONTROL_PATH);
}

function worldOfCall(worlds: Worlds, token: string | null, text: string): World {
  const found = token === null ? worldOfForm(worlds, text) : worlds.find(worldNameOfToken(token));
  return found ?? worlds.default();
}

function apiRoutes(
  worlds: Worlds,
  basePath: string,
  now: () => number,
  closing: AbortSignal,
): Hono<SandboxEnv> {
  const api = new Hono<SandboxEnv>();
  api.use(async (c, next) => {
    const text = await c.req.text();
    const world = worldOfCall(worlds, bearerToken(c.req.header('Authorization')), text);
    const path = new URL(c.req.url).pathname.slice(basePath.length);
    const start = performance.now();
    const entry = world.log.start(c.req.raw, path, text, now());
    c.set('world', world);
    c.set('text', text);
    c.set('entry', entry);
    await next();
    entry.status = c.res.headers.has('x-hono-already-sent') || c.res.type === 'error' ? null : c.res.status;
    entry.ms = Math.round(performance.now() - start);
  });
  api.use(faults(basePath, now, closing));
  addTokenRoute(api, now);
  api.use(authenticate(worlds, now));
  addSectionRoutes(api, now);
  addCourseRoutes(api);
  return api;
}

/** A call that met a fault of the sandbox: the answer has none of the machine's paths, the terminal has all. */
function failed(error: Error): Response {
  const isOfData = error instanceof DataError || error.name === 'SqliteError';
  process.stderr.write(`Sandbox: ${isOfData ? error.message : (error.stack ?? error.message)}\n`);
  const words = isOfData ? 'The sandbox cannot use its data. Its terminal says more.' : String(error);
  return json({ Message: 'An error has occurred.', ExceptionMessage: words }, 500);
}

/** The stand-in for the API, with its control path beside it. See README.md. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { basePath = DEFAULT_BASE, throttle = false, now = Date.now, corsOrigins = [] } = options;
  const worlds = new Worlds(options.storage, throttle === true ? DOCUMENTED_LIMITS : throttle, now);
  const closing = new AbortController();

  const app = new Hono<SandboxEnv>();
  if (corsOrigins.length > 0) {
    app.use(
      `${basePath}/*`,
      cors({ origin: [...corsOrigins], allowHeaders: ['authorization', 'client_id', 'content-type'] }),
    );
  }
  app.route(basePath, apiRoutes(worlds, basePath, now, closing.signal));
  app.route(CONTROL_PATH, controlRoutes(worlds, now));
  app.notFound(() => json({ Message: 'No HTTP resource was found that matches the request.' }, 404));
  app.onError(failed);

  return {
    basePath,
    worlds,
    fetch: async (request, bindings = {}) => app.fetch(request, bindings),
    open: () => void worlds.default(),
    reset: () => worlds.resetAll(),
    close: () => {
      closing.abort();
      worlds.close();
    },
  };
}
