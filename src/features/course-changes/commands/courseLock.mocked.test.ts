import { describe, expect, it, vi } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { withCourseLock } from './courseLock';

/** Work that tells when it begins, and goes on until it is ended. */
function work(log: string[], name: string) {
  let end: (() => void) | undefined;
  const isDone = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await isDone;
    log.push(`${name} ends`);
  };
  return { run, end: () => end?.() };
}

describe.each([
  ['with the locks of the browser', true],
  ['without them', false],
])('what is done to one course, %s', (_, hasLocks) => {
  it('is done one after the other, also after one that failed', async () => {
    const { store } = await openCourse([]);
    if (!hasLocks) vi.stubGlobal('navigator', {});
    const log: string[] = [];
    const first = work(log, 'first');
    const second = work(log, 'second');
    second.end();
    const failed = withCourseLock(store, 'First', async () => {
      await first.run();
      throw new TypeError('bug');
    });
    const later = withCourseLock(store, 'Second', second.run);
    await vi.waitFor(() => expect(log).toEqual(['first begins']));
    first.end();
    await expect(failed).rejects.toThrow('bug');
    await later;
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});

describe('another tab that changes the course', () => {
  it('is waited for in sight of the person', async () => {
    const { store, state, otherTab } = await openCourse([]);
    const log: string[] = [];
    const mine = work(log, 'mine');
    mine.end();
    const endOther = otherTab();
    const done = withCourseLock(store, 'Move Basics', mine.run);
    await vi.waitFor(() =>
      expect(state().activity).toMatchObject({ phase: 'waiting', describe: 'Move Basics' }),
    );
    expect(log).toEqual([]);
    endOther();
    await done;
    expect(log).toEqual(['mine begins', 'mine ends']);
    expect(state().activity).toBeNull();
  });
});
