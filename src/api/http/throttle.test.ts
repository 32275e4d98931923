import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle } from './throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a throttled call', () => {
  it('waits visibly and then goes on', async () => {
    const throttle = createThrottle();
    const changed = vi.fn<() => void>();
    throttle.subscribe(changed);
    const waiting = throttle.wait({ seconds: 3, isWrite: true });
    expect(throttle.getSnapshot()).toMatchObject({
      seconds: 3,
      isWrite: true,
      until: performance.now() + 3000,
    });
    await vi.advanceTimersByTimeAsync(2999);
    expect(throttle.getSnapshot()).not.toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(await waiting).toBe(true);
    expect(throttle.getSnapshot()).toBeNull();
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('shows the same state until something changes', () => {
    const throttle = createThrottle();
    void throttle.wait({ seconds: 3, isWrite: false });
    expect(throttle.getSnapshot()).toBe(throttle.getSnapshot());
  });

  it('is given up by its own signal, and only it', async () => {
    const throttle = createThrottle();
    const controller = new AbortController();
    const given = throttle.wait({ seconds: 9, isWrite: true, signal: controller.signal });
    const other = throttle.wait({ seconds: 3, isWrite: false });
    controller.abort();
    expect(await given).toBe(false);
    expect(throttle.getSnapshot()).toMatchObject({ seconds: 3, isWrite: false });
    await vi.advanceTimersByTimeAsync(3000);
    expect(await other).toBe(true);
  });

  it('does not wait when it was aborted before', async () => {
    const throttle = createThrottle();
    expect(await throttle.wait({ seconds: 9, isWrite: true, signal: AbortSignal.abort() })).toBe(false);
    expect(throttle.getSnapshot()).toBeNull();
  });
});

describe('several throttled calls', () => {
  it('show the longest wait, and that a save is among them', () => {
    const throttle = createThrottle();
    void throttle.wait({ seconds: 2, isWrite: true });
    void throttle.wait({ seconds: 8, isWrite: false });
    void throttle.wait({ seconds: 5, isWrite: false });
    expect(throttle.getSnapshot()).toMatchObject({ seconds: 8, isWrite: true });
  });

  it('are all given up by Cancel', async () => {
    const throttle = createThrottle();
    const waits = [2, 8].map((seconds) => throttle.wait({ seconds, isWrite: false }));
    throttle.getSnapshot()?.cancel();
    expect(await Promise.all(waits)).toEqual([false, false]);
    expect(throttle.getSnapshot()).toBeNull();
  });
});
