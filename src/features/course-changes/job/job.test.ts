import { describe, expect, it } from 'vitest';
import { createFakeServer } from '#/features/course-changes/testing/fakeServer';
import { canFinish, canPutBack, orderChanges, undoJob } from './job';
import { createBench, me, reorderJob, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

async function stoppedAfterFirst() {
  const server = createFakeServer([1, 2, 3, 4]);
  const bench = createBench(server);
  server.writeFaults.set(2, 'refused');
  const { job } = await bench.run(reorderJob(server, [4, 3, 2, 1]));
  return { server, bench, job };
}

describe('the changes of an order plan', () => {
  it('set the order of each section and nothing else', () => {
    expect(orderChanges([{ id: 4, from: 9, to: 2 }], (id) => `Section ${id}`)).toEqual([
      { id: 4, set: { DisplayOrder: 2 }, describe: 'Section 4' },
    ]);
  });
});

describe('what is offered', () => {
  it('is to finish deleting or duplicating, but not to put it back', async () => {
    const { job } = await stoppedAfterFirst();
    for (const task of ['delete', 'duplicate'] as const) {
      expect(canFinish({ ...job, task })).toBe(true);
      expect(canPutBack({ ...job, task })).toBe(false);
    }
  });

  it('is both when a run ended in the middle', async () => {
    const { job } = await stoppedAfterFirst();
    expect([canFinish(job), canPutBack(job)]).toEqual([true, true]);
  });

  it('is “Finish” only when nothing was written', () => {
    const job = reorderJob(createFakeServer([1, 2]), [2, 1]);
    expect([canFinish(job), canPutBack(job)]).toEqual([true, false]);
  });

  it('is “Put it back” only when all was written', async () => {
    const server = createFakeServer([1, 2]);
    const { job } = await createBench(server).run(reorderJob(server, [2, 1]));
    expect([canFinish(job), canPutBack(job)]).toEqual([false, true]);
  });

  it('is both when one write was never settled', async () => {
    const server = createFakeServer([1, 2]);
    server.readFaults.add(2);
    const { job } = await createBench(server).run(reorderJob(server, [2, 1]));
    expect([canFinish(job), canPutBack(job)]).toEqual([true, true]);
  });
});

describe('“Finish”', () => {
  it('goes on with the remaining steps and does not repeat those that are done', async () => {
    const { server, bench, job } = await stoppedAfterFirst();
    const writes = server.writes.length;
    const { end } = await bench.run(job);
    expect(end).toBe('completed');
    expect(sequenceOf(server)).toEqual([4, 3, 2, 1]);
    expect(server.writes.slice(writes)).toEqual(job.steps.slice(1).map((step) => step.id));
  });
});

describe('“Put it back”', () => {
  it('undoes what was written, last first, and nothing else', async () => {
    const server = createFakeServer([1, 2, 3, 4]);
    const bench = createBench(server);
    const { job } = await bench.run(reorderJob(server, [4, 3, 2, 1]));
    const forward = [...server.writes];
    const { end } = await bench.run(undoJob(job, 5, me));
    expect(end).toBe('completed');
    expect(server.orders()).toEqual([1, 2, 3, 4]);
    expect(server.writes.slice(forward.length)).toEqual(forward.toReversed());
  });

  it('leaves a record alone that somebody has changed since, says who, and goes on', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    const { job } = await bench.run(reorderJob(server, [3, 2, 1]));
    const [first = 0, second = 0] = server.writes;
    server.change(second, { DisplayOrder: 77, UpdatedOn: '2026-11-01T08:00:00Z' });
    const back = await bench.run(undoJob(job, 0, me));
    expect(back.end).toBe('completed');
    expect(back.job.steps.map((step) => step.outcome)).toMatchObject([
      { status: 'changedSince', by: 'colleague@example.com', on: '2026-11-01T08:00:00Z' },
      { status: 'written' },
    ]);
    expect(server.records.get(second)?.DisplayOrder).toBe(77);
    expect(server.records.get(first)?.DisplayOrder).toBe(first);
  });

  it('leaves a record alone that somebody has changed just after the write, and says who', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    server.cleanUp = (record) =>
      server.writes.length > 1 ? record : { ...record, DisplayOrder: 77, UpdatedBy: 'colleague@example.com' };
    const { job } = await bench.run(reorderJob(server, [3, 2, 1]));
    const [first = 0] = server.writes;
    const back = await bench.run(undoJob(job, 0, me));
    expect(back.job.steps.at(-1)?.outcome).toMatchObject({
      status: 'changedSince',
      by: 'colleague@example.com',
    });
    expect(server.records.get(first)?.DisplayOrder).toBe(77);
  });

  it('restores an order that could not be read exactly as it came', async () => {
    const server = createFakeServer([1, 2]);
    server.change(1, { DisplayOrder: 'first' });
    const bench = createBench(server);
    const job = reorderJob(server, [2, 1]);
    const done = await bench.run(job);
    expect(sequenceOf(server)).toEqual([2, 1]);
    await bench.run(undoJob(done.job, 0, me));
    expect(server.orders()).toEqual(['first', 2]);
  });

  it('goes on with the others when one of the sections was deleted', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    const { job } = await bench.run(reorderJob(server, [3, 2, 1]));
    const [first = 0, second = 0] = server.writes;
    server.records.delete(second);
    const back = await bench.run(undoJob(job, 0, me));
    expect(back.job.steps.map((step) => step.outcome?.status)).toEqual(['failed', 'written']);
    expect(server.records.get(first)?.DisplayOrder).toBe(first);
  });

  it('can itself be undone', async () => {
    const server = createFakeServer([1, 2, 3]);
    const bench = createBench(server);
    const { job } = await bench.run(reorderJob(server, [3, 2, 1]));
    const back = await bench.run(undoJob(job, 0, me));
    const again = undoJob(back.job, 0, me);
    expect([job.direction, back.job.direction, again.direction]).toEqual(['forward', 'back', 'forward']);
    await bench.run(again);
    expect(sequenceOf(server)).toEqual([3, 2, 1]);
  });
});
