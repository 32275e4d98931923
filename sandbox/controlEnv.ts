import { json } from './envelope.ts';
import type { World } from './worlds.ts';

/** What the calls of the control path find in their context. */
export interface ControlEnv {
  Variables: { world: World; body: Record<string, unknown> };
}

export const wrong = (problem: string) => json({ error: problem }, 400);
