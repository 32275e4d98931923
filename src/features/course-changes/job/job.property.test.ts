import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeServer, PageClosed, type WriteFault } from '#/features/course-changes/testing/fakeServer';
import { undoJob } from './job';
import { createBench, me, reorderJob, sequenceOf } from '#/features/course-changes/testing/jobTestBench';
import type { Job } from './jobTypes';

const failures: readonly WriteFault[] = ['refused', 'throttled', 'lostBefore', 'lostAfter'];
const crashes: readonly WriteFault[] = ['crashBefore', 'crashAfter'];

/** Orders of 2–9 sections and the sequence that somebody wants; at least one write is needed. */
const reorders = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 9 })
  .chain((orders) =>
    fc.record({
      orders: fc.constant(orders),
      wanted: fc.shuffledSubarray(
        orders.map((_, index) => index + 1),
        { minLength: orders.length },
      ),
    }),
  )
  .map(({ orders, wanted }) => ({
    orders,
    wanted,
    steps: reorderJob(createFakeServer(orders), wanted).steps.length,
  }))
  .filter(({ steps }) => steps > 0);

/** The same with something that goes wrong at one of its steps. */
const troublesOf = (faults: readonly WriteFault[]) =>
  fc.record({
    reorder: reorders,
    at: fc.nat(),
    fault: fc.option(fc.constantFrom(...faults), { nil: undefined }),
    /** Which of the readings fails as well, if any. */
    reading: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  });
/** What a server confirms and does not keep, it would not keep at the next time either: that is not tried again. */
const troubles = troublesOf([...failures, 'ignored']);
const passingTroubles = troublesOf(failures);

const crashing = fc.record({ reorder: reorders, at: fc.nat(), fault: fc.constantFrom(...crashes) });

interface Trouble {
  reorder: { orders: number[]; wanted: number[]; steps: number };
  at: number;
  fault: WriteFault | undefined;
  reading?: number | undefined;
}

function arrange({ reorder, at, fault, reading }: Trouble) {
  const server = createFakeServer(reorder.orders);
  if (fault) server.writeFaults.set((at % reorder.steps) + 1, fault);
  if (reading !== undefined) server.readFaults.add(reading + 1);
  return { server, bench: createBench(server), job: reorderJob(server, reorder.wanted) };
}

function healed(server: ReturnType<typeof createFakeServer>) {
  server.writeFaults.clear();
  server.readFaults.clear();
}

/** The orders that a section may have on the server, going by the record of the job. */
function possibleOrders(job: Job, id: number, original: unknown): unknown[] {
  const step = job.steps.find((one) => one.id === id);
  const outcome = step?.outcome;
  if (outcome?.status === 'written') return [outcome.after.DisplayOrder];
  if (outcome?.status === 'unchanged') return [step?.set.DisplayOrder];
  if (outcome?.status === 'unknown') return [outcome.before.DisplayOrder, step?.set.DisplayOrder];
  return [original];
}

describe('whatever goes wrong at whichever step', () => {
  it('the record of the run says what the server holds', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, async (trouble) => {
        const { server, bench, job } = arrange(trouble);
        const result = await bench.run(job);
        server.ids().forEach((id, index) => {
          const order = server.records.get(id)?.DisplayOrder;
          expect(possibleOrders(result.job, id, trouble.reorder.orders[index])).toContain(order);
        });
        expect(bench.store.load(job.courseId)).toEqual(result.end === 'completed' ? null : result.job);
        const isDone = sequenceOf(server).join() === trouble.reorder.wanted.join();
        expect(isDone || result.end !== 'completed').toBe(true);
      }),
    );
  });

  it('“Finish” after a reload brings the wanted order', async () => {
    await fc.assert(
      fc.asyncProperty(passingTroubles, async (trouble) => {
        const { server, bench, job } = arrange(trouble);
        const { end } = await bench.run(job);
        fc.pre(end !== 'completed');
        healed(server);
        const again = await bench.run(bench.reloaded());
        expect(again.end).toBe('completed');
        expect(sequenceOf(server)).toEqual(trouble.reorder.wanted);
        expect(bench.store.load(job.courseId)).toBeNull();
      }),
    );
  });

  it('“Put it back” after a reload restores the orders that were there', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, async (trouble) => {
        const { server, bench, job } = arrange(trouble);
        const { end } = await bench.run(job);
        fc.pre(end !== 'completed');
        healed(server);
        const back = await bench.run(undoJob(bench.reloaded(), 0, me));
        expect(back.end).toBe('completed');
        expect(server.orders()).toEqual(trouble.reorder.orders);
      }),
    );
  });

  it('“Put it back” that fails in the middle too can be finished', async () => {
    await fc.assert(
      fc.asyncProperty(reorders, fc.nat(), fc.constantFrom(...failures), async (reorder, at, fault) => {
        const { server, bench, job } = arrange({ reorder, at, fault: undefined });
        const done = await bench.run(job);
        server.writeFaults.set(server.writes.length + 1 + (at % reorder.steps), fault);
        const back = await bench.run(undoJob(done.job, 0, me));
        const last = back.end === 'completed' ? back : await bench.run(bench.reloaded());
        expect(last.end).toBe('completed');
        expect(server.orders()).toEqual(reorder.orders);
      }),
    );
  });

  it('a page that is closed in the middle of a write can finish or put back', async () => {
    await fc.assert(
      fc.asyncProperty(crashing, fc.boolean(), async (trouble, isFinishing) => {
        const { server, bench, job } = arrange(trouble);
        await expect(bench.run(job)).rejects.toBeInstanceOf(PageClosed);
        healed(server);
        const left = bench.reloaded();
        const next = await bench.run(isFinishing ? left : undoJob(left, 0, me));
        expect(next.end).toBe('completed');
        const orders = server.orders();
        expect(isFinishing ? sequenceOf(server) : orders).toEqual(
          isFinishing ? trouble.reorder.wanted : trouble.reorder.orders,
        );
      }),
    );
  });
});

describe('a colleague who works at the same time', () => {
  const changes = fc.record({
    Title: fc.string(),
    SectionContents: fc.option(fc.string({ unit: 'grapheme' })),
    Active: fc.boolean(),
    UnlockType: fc.integer(),
    CustomFields: fc.jsonValue(),
    SystemId: fc.option(fc.string()),
    Invented: fc.jsonValue(),
  });

  it('keeps every change to any property but the planned one, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, changes, fc.nat(), async (trouble, change, moment) => {
        const { server, bench, job } = arrange(trouble);
        const id = (moment % trouble.reorder.orders.length) + 1;
        // Between the readings of two steps: the moment between reading and writing is the documented race.
        server.beforeRead = (reading) => {
          if (reading === 2 * (moment % trouble.reorder.steps) + 1)
            server.change(id, structuredClone(change));
        };
        await bench.run(job);
        healed(server);
        const left = bench.store.load(job.courseId);
        if (left) await bench.run(left);
        const kept = server.records.get(id) ?? {};
        const { DisplayOrder: _order, UpdatedBy: _by, ...others } = kept;
        const expected = createFakeServer(trouble.reorder.orders);
        if (server.reads >= 2 * (moment % trouble.reorder.steps) + 1) expected.change(id, change);
        const { DisplayOrder: _order2, UpdatedBy: _by2, ...wanted } = expected.records.get(id) ?? {};
        expect(others).toStrictEqual(wanted);
      }),
    );
  });
});
