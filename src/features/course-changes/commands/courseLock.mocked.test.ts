import { describe, expect, it, vi } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { setState } from '#/features/course-changes/courseStore';
import { reorderJob } from '#/features/course-changes/testing/jobTestBench';
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

  it.each([
    ['stays on the screen after the wait', true],
    ['is gone where that tab has dealt with it', false],
  ])('and what was to decide before %s', async (_, isKept) => {
    const { store, state, server, otherTab } = await openCourse([10, 20]);
    const job = reorderJob(server, [2, 1]);
    const ended = { phase: 'ended', end: 'failed', job } as const;
    store.jobs.save(job);
    setState(store, { activity: ended });
    const endOther = otherTab();
    const done = withCourseLock(store, 'Activate Basics', async () => undefined);
    await vi.waitFor(() => expect(state().activity?.phase).toBe('waiting'));
    if (!isKept) store.jobs.remove(store.courseId);
    endOther();
    await done;
    expect(state().activity).toEqual(isKept ? ended : null);
  });
});
