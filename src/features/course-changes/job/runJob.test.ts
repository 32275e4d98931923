import { describe, expect, it } from 'vitest';
import { createFakeServer } from '#/features/course-changes/testing/fakeServer';
import { canFinish, canPutBack, createJob, undoJob } from './job';
import { courseId, createBench, me, reorderJob } from '#/features/course-changes/testing/jobTestBench';
import type { SectionChanges } from './recordPayload';
import type { Job } from './jobTypes';

/** A bulk change of sections 1, 2, 3…: each row has its own outcome. */
function bulkJob(count: number, set: SectionChanges, over: Partial<Job> = {}): Job {
  const changes = Array.from({ length: count }, (_, index) => ({ id: index + 1, set, describe: 'Section' }));
  const job = createJob({
    courseId,
    describe: 'Deactivate',
    startedAt: 0,
    ids: null,
    stopAtFailure: false,
    changes,
  });
  return { ...job, ...over };
}

function outcomesOf(job: Job) {
  return job.steps.map((step) => step.outcome?.status ?? null);
}

describe('a job', () => {
  it('writes one record after another, each read before and after, and records what it held', async () => {
    const server = createFakeServer([10, 20, 30, 40]);
    const bench = createBench(server);
    const { end, job } = await bench.run(reorderJob(server, [4, 3, 1, 2]));
    expect(end).toBe('completed');
    expect(job.steps.map((step) => step.outcome)).toEqual([
      { status: 'written', before: { DisplayOrder: 40 }, after: { DisplayOrder: 3 } },
      { status: 'written', before: { DisplayOrder: 30 }, after: { DisplayOrder: 6 } },
    ]);
    expect(server.writes).toEqual([4, 3]);
    expect(server.reads).toBe(4);
  });

  it('sends nothing for a record that is as wanted already', async () => {
    const server = createFakeServer([1, 2, 3]);
    const { end, job } = await createBench(server).run(bulkJob(3, { Active: false }));
    expect(end).toBe('completed');
    expect(outcomesOf(job)).toEqual(['unchanged', 'written', 'unchanged']);
    expect(server.writes).toEqual([2]);
  });

  it('changes only what it must, several properties at once', async () => {
    const server = createFakeServer([1]);
    const before = { ...server.records.get(1) };
    await createBench(server).run(bulkJob(1, { UnlockType: 3, UnlockAfterDays: 14 }));
    expect(server.records.get(1)).toStrictEqual({
      ...before,
      UnlockType: 3,
      UnlockAfterDays: 14,
      UpdatedBy: me,
    });
  });

  it('carries out a task of its own kind in place of updates', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    const { end, job } = await bench.run(bulkJob(2, {}, { task: 'delete' }), {
      carryOut: async ({ id }) => {
        server.records.delete(id);
        return { status: 'done', createdId: null };
      },
    });
    expect(end).toBe('completed');
    expect(outcomesOf(job)).toEqual(['done', 'done']);
    expect(server.ids()).toEqual([3]);
    expect(server.writes).toEqual([]);
  });

  it('without steps is completed at once and leaves nothing behind', async () => {
    const bench = createBench(createFakeServer([]));
    expect((await bench.run(bulkJob(0, {}))).end).toBe('completed');
    expect(bench.storage.entries.size).toBe(0);
  });

  it('is stored as a whole before the first write', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    const plan = reorderJob(server, [3, 2, 1]);
    const found: Job[] = [];
    server.beforeRead = () => void found.push(bench.reloaded());
    await bench.run(plan);
    expect(found[0]).toEqual(plan);
  });

  it('goes on when the storage refuses, and says that it would not survive a reload', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    bench.storage.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const { end } = await bench.run(reorderJob(server, [3, 2, 1]));
    expect(end).toBe('completed');
    expect(bench.progress.every((event) => !event.isKept)).toBe(true);
  });

  it('tells how far it is and how long it takes', async () => {
    const server = createFakeServer([1, 2, 3, 4]);
    const bench = createBench(server);
    await bench.run(bulkJob(4, { Active: true }));
    expect(bench.progress.map((event) => `${event.done} of ${event.total}`)).toEqual([
      '0 of 4',
      '1 of 4',
      '2 of 4',
      '3 of 4',
      '4 of 4',
    ]);
    const seconds = bench.progress.map((event) => event.secondsLeft);
    expect(seconds).toEqual(seconds.toSorted((left, right) => right - left));
    expect(seconds.at(-1)).toBe(0);
  });
});

describe('a service that stores another value than was sent', () => {
  it('has written an empty text where it stores nothing, as a save sees it too', async () => {
    const server = createFakeServer([1]);
    server.change(1, { UnlockAfterDays: '' });
    const bench = createBench(server);
    const { job } = await bench.run(bulkJob(1, { UnlockAfterDays: 14 }));
    server.cleanUp = (record) => ({ ...record, UnlockAfterDays: record.UnlockAfterDays || null });
    const back = await bench.run(undoJob(job, 0, me));
    expect(outcomesOf(back.job)).toEqual(['written']);
    expect(server.records.get(1)?.UnlockAfterDays).toBeNull();
  });

  it('has not written a value that is another one to people', async () => {
    const server = createFakeServer([1]);
    server.cleanUp = (record) => ({ ...record, UnlockAfterDays: 0 });
    const { job } = await createBench(server).run(bulkJob(1, { UnlockAfterDays: 14 }));
    expect(job.steps[0]?.outcome).toMatchObject({ status: 'keptOther', found: { UnlockAfterDays: 0 } });
  });
});

describe('“Stop”', () => {
  it('ends the run before its next step and never cuts off a write', async () => {
    const server = createFakeServer([1, 2, 3, 4, 5]);
    const bench = createBench(server);
    const stop = new AbortController();
    server.beforeRead = (reading) => reading === 3 && stop.abort();
    const { end, job } = await bench.run(reorderJob(server, [5, 4, 3, 2, 1]), { stop: stop.signal });
    expect(end).toBe('stopped');
    expect(outcomesOf(job)).toEqual(['written', 'written', null, null]);
    expect(bench.reloaded()).toEqual(job);
    expect(bench.progress.at(-1)).toMatchObject({ done: 2, total: 4, secondsLeft: 0 });
  });

  it('works while the run waits for the limit of the service', async () => {
    const server = createFakeServer(Array.from({ length: 100 }, () => 1));
    const bench = createBench(server);
    const stop = new AbortController();
    bench.clock.wait = async () => stop.abort();
    const { end, job } = await bench.run(bulkJob(100, { UnlockAfterDays: 9 }), { stop: stop.signal });
    expect(end).toBe('stopped');
    expect(server.writes).toHaveLength(40);
    expect(outcomesOf(job).filter((status) => status === null)).toHaveLength(60);
  });
});

describe('a step that fails', () => {
  it('ends a reorder, with the words of the server in its outcome', async () => {
    const server = createFakeServer([1, 2, 3]);
    server.writeFaults.set(2, 'refused');
    const { end, job } = await createBench(server).run(reorderJob(server, [3, 2, 1]));
    expect(end).toBe('failed');
    expect(job.steps[1]?.outcome).toMatchObject({
      status: 'failed',
      error: { kind: 'refused', serverMessage: 'Display order: is taken' },
      before: null,
    });
  });

  it('does not keep the other rows of a bulk change from their turn when it concerns one record only', async () => {
    const server = createFakeServer([1, 2, 3, 4]);
    server.writeFaults.set(1, 'refused');
    server.records.delete(3);
    const { end, job } = await createBench(server).run(bulkJob(4, { UnlockAfterDays: 9 }));
    expect(end).toBe('failed');
    expect(outcomesOf(job)).toEqual(['failed', 'written', 'failed', 'written']);
  });

  it('ends a bulk change too when the next row would only fail as well', async () => {
    const server = createFakeServer([1, 2, 3]);
    server.readFaults.add(3);
    const { end, job } = await createBench(server).run(bulkJob(3, { UnlockAfterDays: 9 }));
    expect(end).toBe('failed');
    expect(outcomesOf(job)).toEqual(['written', 'failed', null]);
  });

  it('is not one when the answer was lost and the change is there at the second look', async () => {
    const server = createFakeServer([1, 2]);
    server.writeFaults.set(1, 'lostBefore');
    server.beforeRead = (reading) => {
      if (reading === 3) server.change(2, { DisplayOrder: 0 });
    };
    const { run, clock } = createBench(server);
    const { end } = await run(reorderJob(server, [2, 1]));
    expect(end).toBe('completed');
    expect(clock.waits).toEqual([2000]);
  });

  it('is not one when the answer was lost but the record holds the change', async () => {
    const server = createFakeServer([1, 2]);
    server.writeFaults.set(1, 'lostAfter');
    const { end, job } = await createBench(server).run(bulkJob(1, { UnlockAfterDays: 9 }));
    expect(end).toBe('completed');
    expect(outcomesOf(job)).toEqual(['written']);
  });

  it('is one when the server confirmed the write but the record does not hold it', async () => {
    const server = createFakeServer([1]);
    server.writeFaults.set(1, 'ignored');
    const { end, job } = await createBench(server).run(bulkJob(1, { UnlockAfterDays: 9 }));
    expect(end).toBe('failed');
    expect(job.steps[0]?.outcome).toEqual({
      status: 'keptOther',
      before: { UnlockAfterDays: 3 },
      found: { UnlockAfterDays: 3 },
      by: null,
    });
    expect([canFinish(job), canPutBack(job)]).toEqual([false, false]);
  });

  it('is one when the section is of another course by now, and is not written', async () => {
    const server = createFakeServer([1, 2]);
    server.change(1, { CourseId: 8, CourseTitle: 'Elsewhere' });
    const { end, job } = await createBench(server).run(bulkJob(2, { UnlockAfterDays: 9 }));
    expect(end).toBe('failed');
    expect(job.steps[0]?.outcome).toEqual({ status: 'otherCourse', course: 'Elsewhere' });
    expect(server.writes).toEqual([2]);
    expect(canFinish(job)).toBe(false);
  });

  it('for a section of another course ends a reorder, which was planned around it', async () => {
    const server = createFakeServer([1, 2, 3]);
    const job = reorderJob(server, [3, 2, 1]);
    server.change(job.steps[0]?.id ?? 0, { CourseId: 8 });
    await createBench(server).run(job);
    expect(server.writes).toEqual([]);
  });

  it('is unknown when the record cannot be read back, and ends every run', async () => {
    const server = createFakeServer([1, 2]);
    server.readFaults.add(2);
    const { end, job } = await createBench(server).run(bulkJob(2, { UnlockAfterDays: 9 }));
    expect(end).toBe('failed');
    expect(job.steps[0]?.outcome).toMatchObject({ status: 'unknown', before: { UnlockAfterDays: 3 } });
    expect(job.steps[1]?.outcome).toBeNull();
  });

  it('stays unknown while the record still cannot be read', async () => {
    const server = createFakeServer([1]);
    const bench = createBench(server);
    server.readFaults.add(2).add(3);
    const first = await bench.run(bulkJob(1, { UnlockAfterDays: 9 }));
    const second = await bench.run(first.job);
    expect(outcomesOf(second.job)).toEqual(['unknown']);
    const third = await bench.run(second.job);
    expect(third.job.steps[0]?.outcome).toMatchObject({
      status: 'written',
      before: { UnlockAfterDays: 3 },
    });
    expect(server.writes).toHaveLength(1);
  });

  it('that lost its answer and could not be read back tells of the write, not of the reading', async () => {
    const server = createFakeServer([1]);
    server.writeFaults.set(1, 'lostBefore');
    server.readFaults.add(2);
    const { job } = await createBench(server).run(bulkJob(1, { UnlockAfterDays: 9 }));
    expect(job.steps[0]?.outcome).toMatchObject({
      status: 'unknown',
      error: { kind: 'server', status: 502 },
    });
  });

  it('can still be put back when a lost write arrives late, even after a second one was refused', async () => {
    const server = createFakeServer([1]);
    const bench = createBench(server);
    server.writeFaults.set(1, 'lostBefore').set(2, 'refused');
    const first = await bench.run(bulkJob(1, { UnlockAfterDays: 9 }));
    const second = await bench.run(first.job);
    expect(second.job.steps[0]?.outcome).toMatchObject({ status: 'failed', error: { kind: 'refused' } });
    server.change(1, { UnlockAfterDays: 9 });
    const back = await bench.run(undoJob(second.job, 0, me));
    expect(outcomesOf(back.job)).toEqual(['written']);
    expect(server.records.get(1)?.UnlockAfterDays).toBe(3);
  });
});
