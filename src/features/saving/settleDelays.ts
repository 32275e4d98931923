/**
 * Waits before each look for a write whose answer was lost, in milliseconds: it may still be on its way
 * (docs/hostile-situations.md “The four outcomes of a write”).
 */
export const SETTLE_DELAYS_MS = [0, 2000, 4000];
