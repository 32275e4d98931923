import { describe, expect, it } from 'vitest';
import { leaveGuard } from './leaveGuard';

const no = () => Promise.resolve(false);

describe('leaveGuard', () => {
  it('lets everyone go while no form is open', async () => {
    expect(await leaveGuard.confirmLeave()).toBe(true);
  });

  it('asks the open form, until it is closed', async () => {
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
});
