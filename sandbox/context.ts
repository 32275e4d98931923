import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { UserName } from './accounts.ts';
import type { LogEntry } from './requestLog.ts';
import type { World } from './worlds.ts';

/** What the routes of the API find in their context. */
export interface SandboxEnv {
  /** Only there under a Node server: the socket that faults act on. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    world: World;
    user: UserName;
    /** The request's body, read once. */
    text: string;
    entry: LogEntry;
  };
}
export type SandboxContext = Context<SandboxEnv>;

/** The body as a JSON object, or null if it is none. */
export function jsonBody(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
