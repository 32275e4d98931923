import type { MiddlewareHandler } from 'hono';
import { parseUserName, type Role } from './accounts.ts';
import type { SandboxContext, SandboxEnv } from './context.ts';
import { forbidden, unauthorised } from './envelope.ts';
import { throttledResponse } from './throttle.ts';
import { worldNameOfToken } from './tokens.ts';
import { hasRole, type Worlds } from './worlds.ts';

/** The bearer token of an `Authorization` header, or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** Lets a call through whose token is alive, and not more often than the world's throttle allows. */
export function authenticate(worlds: Worlds, now: () => number): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const token = bearerToken(c.req.header('Authorization'));
    const world = token === null ? null : worlds.find(worldNameOfToken(token));
    const row = world && token !== null ? world.store.findToken('Access', token) : null;
    const user = row && row.AccessExpires > now() ? parseUserName(row.UserName) : null;
    if (!world || !user) return unauthorised();
    c.set('user', user);
    c.var.entry.userName = user.userName;
    const rule = world.options.throttle;
    const isWrite = c.req.method !== 'GET';
    if (rule !== false && !world.throttle.admit(rule, user.userName, isWrite, now())) {
      return throttledResponse(rule);
    }
    return next();
  };
}

/** Answers only a caller who has the role; without it, 401 as documented, or 403 where the world is set so. */
export function withRole(c: SandboxContext, role: Role, answer: () => Response): Response {
  const { world, user } = c.var;
  if (hasRole(world, user, role)) return answer();
  return world.options.missingRoleStatus === 401 ? unauthorised() : forbidden();
}
