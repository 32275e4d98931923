import { pause } from '#/lib/pause';
import { SETTLE_DELAYS_MS } from './settleDelays';

/**
 * Looks for a write whose answer was lost, again while it is not found: it may still be on its way.
 * @returns whether it was found
 */
export async function lookUntil(isFound: () => Promise<boolean>): Promise<boolean> {
  for (const delay of SETTLE_DELAYS_MS) {
    if (delay > 0) await pause(delay);
    if (await isFound()) return true;
  }
  return false;
}
