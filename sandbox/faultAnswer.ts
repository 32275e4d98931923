import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { act } from './colleague.ts';
import { jsonBody, type SandboxContext, type SandboxEnv } from './context.ts';
import { json } from './envelope.ts';
import { carriesOut, headerFault, takeQueuedFault, type Fault } from './faults.ts';
import { titleFault } from './sentinels.ts';

const PIECE = 16;

/** Without a socket (a call inside the process) a cut connection is what fetch makes of one: a network error. */
const lost = () => Response.error();

/** The query as a person writes it: browsers escape some brackets and spaces. */
function decoded(search: string): string {
  try {
    return decodeURI(search);
  } catch {
    return search;
  }
}

/** Waits; false when the sandbox closed meanwhile. */
function isOpenAfter(ms: number, closing: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal: closing }).catch(() => false);
}

/** Waits until the caller has gone or the sandbox closes. */
function untilGone(c: SandboxContext, closing: AbortSignal): Promise<void> {
  const { outgoing } = c.env;
  return new Promise((resolve) => {
    closing.addEventListener('abort', () => resolve(), { once: true });
    if (outgoing) outgoing.once('close', () => resolve());
    else c.req.raw.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function socketOf(c: SandboxContext): ServerResponse | null {
  return c.env.outgoing ?? null;
}

function cutNow(c: SandboxContext): Response {
  const outgoing = socketOf(c);
  if (!outgoing) return lost();
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Sends the whole length in the head and half of the body, then drops the connection. */
async function cutInBody(c: SandboxContext, answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const half = bytes.slice(0, Math.ceil(bytes.length / 2));
  const outgoing = socketOf(c);
  if (!outgoing) {
    const stream = new ReadableStream({
      start: (controller) => controller.enqueue(half),
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    return new Response(stream, answer);
  }
  outgoing.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': bytes.length,
  });
  outgoing.write(half, () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

async function trickled(answer: Response, pieceMs: number, closing: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const isOpen = sent === 0 || (await isOpenAfter(pieceMs, closing));
      if (!isOpen) return controller.error(new TypeError('terminated'));
      controller.enqueue(bytes.slice(sent, sent + PIECE));
      sent += PIECE;
      return sent >= bytes.length ? controller.close() : undefined;
    },
  });
  return new Response(stream, answer);
}

/** The answer that the fault describes, over the real one where it was carried out. */
async function faultyAnswer(fault: Fault, real: Response | null): Promise<Response> {
  const isOwn = fault.status !== undefined || fault.body !== undefined || fault.redirect !== undefined;
  if (!isOwn && real) {
    const merged = fault.merge ? json({ ...jsonBody(await real.text()), ...fault.merge }, real.status) : real;
    const headers = new Headers({ ...Object.fromEntries(merged.headers), ...fault.headers });
    if (fault.contentType !== undefined) headers.set('Content-Type', fault.contentType);
    return new Response(merged.body, { status: merged.status, headers });
  }
  const isText = typeof fault.body === 'string';
  const text = isText ? String(fault.body) : fault.body === undefined ? '' : JSON.stringify(fault.body);
  const headers = new Headers(fault.headers);
  if (fault.redirect !== undefined) headers.set('Location', fault.redirect);
  const type =
    fault.contentType ?? (isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
  if (text !== '') headers.set('Content-Type', type);
  const status = fault.status ?? (fault.redirect === undefined ? 200 : 302);
  return new Response(text === '' ? null : text, { status, headers });
}

async function fail(
  c: SandboxContext,
  fault: Fault,
  carryOut: () => Promise<Response>,
  now: () => number,
  closing: AbortSignal,
): Promise<Response> {
  const { colleague } = fault;
  if (fault.delayMs !== undefined && !(await isOpenAfter(fault.delayMs, closing))) return cutNow(c);
  if (colleague?.when === 'before') act(c.var.world, colleague, now());
  const real = carriesOut(fault) ? await carryOut() : null;
  if (colleague?.when === 'after') act(c.var.world, colleague, now());
  if (fault.hang) {
    await untilGone(c, closing);
    return cutNow(c);
  }
  if (fault.cut === 'before' || fault.cut === 'afterCommit') return cutNow(c);
  const answer = await faultyAnswer(fault, real);
  if (fault.cut === 'midBody') return cutInBody(c, answer);
  return fault.trickleMs === undefined ? answer : trickled(answer, fault.trickleMs, closing);
}

/** Finds the fault that is asked for by header, title or queue, and makes it happen. `closing` ends all waits. */
export function faults(
  basePath: string,
  now: () => number,
  closing: AbortSignal,
): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const { world, text, entry } = c.var;
    const url = new URL(c.req.url);
    const target = url.pathname.slice(basePath.length) + decoded(url.search);
    const { method } = c.req;
    const isWrite = method === 'POST' || method === 'PUT';
    const fault =
      headerFault(c.req.header('X-Sandbox-Fault')) ??
      (isWrite ? titleFault(jsonBody(text)?.['Title'], method, world.spent) : null) ??
      takeQueuedFault(world.faults, method, target);
    if (fault === null) return next();
    if (typeof fault === 'string') return json({ Message: fault }, 400);
    entry.hasFault = true;
    const answer = await fail(
      c,
      fault,
      async () => {
        await next();
        return c.res;
      },
      now,
      closing,
    );
    c.res = undefined;
    c.res = answer;
    return undefined;
  };
}
