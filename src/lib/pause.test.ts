import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from './pause';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function isOver(pausing: Promise<void>): Promise<boolean> {
  return Promise.race([pausing.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

describe('a pause', () => {
  it('ends after its time', async () => {
    const pausing = pause(1000);
    vi.advanceTimersByTime(999);
    expect(await isOver(pausing)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await isOver(pausing)).toBe(true);
  });

  it('ends at once when it is aborted, and leaves no timer behind', async () => {
    const controller = new AbortController();
    const pausing = pause(1000, controller.signal);
    controller.abort();
    expect(await isOver(pausing)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin when it is aborted already', async () => {
    expect(await isOver(pause(1000, AbortSignal.abort()))).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
