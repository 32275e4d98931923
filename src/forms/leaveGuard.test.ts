import { describe, expect, it, vi } from 'vitest';
import { leaveGuard } from './leaveGuard';

const no = () => Promise.resolve(false);

describe('leaveGuard', () => {
  it('lets everyone go while nobody has something to lose', async () => {
    expect(await leaveGuard.confirmLeave()).toBe(true);
  });

  it('asks who has registered, until it is taken back', async () => {
    const close = leaveGuard.register(no);
    expect(await leaveGuard.confirmLeave()).toBe(false);
    close();
    expect(await leaveGuard.confirmLeave()).toBe(true);
  });

  it('keeps the question of the next page when the one before it closes late', async () => {
    const closeFirst = leaveGuard.register(() => Promise.resolve(true));
    const closeSecond = leaveGuard.register(no);
    closeFirst();
    expect(await leaveGuard.confirmLeave()).toBe(false);
    closeSecond();
  });

  it('asks all, one after another, until one says no', async () => {
    const yes = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    const later = vi.fn<() => Promise<boolean>>(no);
    const closing = [yes, no, later].map((question) => leaveGuard.register(question));
    expect(await leaveGuard.confirmLeave()).toBe(false);
    expect(yes).toHaveBeenCalledTimes(1);
    expect(later).not.toHaveBeenCalled();
    for (const close of closing) close();
  });
});
