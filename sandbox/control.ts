import { Hono, type MiddlewareHandler } from 'hono';
import { ACCOUNTS, isWorldName } from './accounts.ts';
import { wrong, type ControlEnv } from './controlEnv.ts';
import { addRecordControls } from './controlRecords.ts';
import { jsonBody } from './context.ts';
import { json } from './envelope.ts';
import { isAtOrBelow, parseQueuedFault } from './faults.ts';
import { optionsProblem } from './options.ts';
import { SENTINELS } from './sentinels.ts';
import { DOCUMENTED_LIMITS } from './throttle.ts';
import { isRole, setOptions, type Worlds } from './worlds.ts';

/** The side door for tests: no part of the real service, served to this machine only. README.md lists its calls. */
export const CONTROL_PATH = '/__sandbox__';

const done = () => new Response(null, { status: 204 });

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Neither another machine nor a page of another origin may use it. */
const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  const host = c.req.header('Host') ?? url.host;
  const origin = c.req.header('Origin');
  const originHost = origin === undefined ? host : origin.replace(/^https?:\/\//, '');
  if (LOOPBACK.test(host) && LOOPBACK.test(originHost)) return next();
  return json({ error: 'The control path answers this machine only.' }, 403);
};

function addFaultControls(control: Hono<ControlEnv>): void {
  control.get('/faults', (c) => json(c.var.world.faults));
  control.post('/faults', (c) => {
    const entry = parseQueuedFault(c.var.body);
    if (typeof entry === 'string') return wrong(entry);
    c.var.world.faults.push(entry);
    return done();
  });
  control.delete('/faults', (c) => {
    c.var.world.faults.length = 0;
    return done();
  });
}

function addLogControls(control: Hono<ControlEnv>): void {
  control.get('/requests', (c) => {
    const { method, path } = c.req.query();
    const entries = c.var.world.log.entries();
    const isAsked = (entry: (typeof entries)[number]) =>
      (method === undefined || entry.method === method) &&
      (path === undefined || isAtOrBelow(entry.path, path));
    return json(entries.filter(isAsked));
  });
  control.delete('/requests', (c) => {
    c.var.world.log.clear();
    return done();
  });
}

function addOptionControls(control: Hono<ControlEnv>): void {
  control.get('/options', (c) => json(c.var.world.options));
  control.patch('/options', (c) => {
    const { world, body } = c.var;
    const problem = optionsProblem(body);
    if (problem !== null) return wrong(problem);
    const throttle = body['throttle'];
    const rule = typeof throttle === 'object' ? { throttle: { ...DOCUMENTED_LIMITS, ...throttle } } : {};
    setOptions(world, { ...body, ...rule });
    return json(world.options);
  });
  control.put('/accounts/:name', (c) => {
    const { world, body } = c.var;
    const name = c.req.param('name');
    const { lacks } = body;
    if (!ACCOUNTS.some((account) => account.name === name)) return wrong(`There is no account “${name}”.`);
    if (!Array.isArray(lacks) || !lacks.every(isRole)) return wrong('“lacks” must be a list of roles.');
    world.takenRoles.set(name, new Set(lacks));
    return done();
  });
  control.post('/tokens/revoke', (c) => {
    const { which = 'all', userName = null } = c.var.body;
    if (which !== 'all' && which !== 'access') return wrong('“which” must be “all” or “access”.');
    c.var.world.store.revokeTokens(which, typeof userName === 'string' ? userName : null);
    return done();
  });
}

export function controlRoutes(worlds: Worlds, now: () => number): Hono {
  const world = new Hono<ControlEnv>();
  world.use(async (c, next) => {
    const name = c.req.param('world') ?? '';
    const text = await c.req.text();
    const body = text === '' ? {} : jsonBody(text);
    if (!isWorldName(name)) return wrong(`“${name}” cannot name a world.`);
    if (!body) return wrong('The body must be a JSON object.');
    c.set('world', worlds.get(name));
    c.set('body', body);
    return next();
  });
  addFaultControls(world);
  addLogControls(world);
  addOptionControls(world);
  addRecordControls(world, now);
  world.post('/reset', (c) => {
    worlds.resetWorld(c.var.world);
    return done();
  });

  const control = new Hono();
  control.use(loopbackOnly);
  control.get('/', () => json({ accounts: ACCOUNTS, titleFaults: Object.keys(SENTINELS) }));
  control.route('/worlds/:world', world);
  return control;
}
