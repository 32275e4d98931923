import { describe, expect, it } from 'vitest';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { checkCreate, createSection } from './createSection';
import { createBench, other } from './testing/createBench';
import { fault } from './testing/fakeService';
import type { CreateResult } from './types';

const lost = fault('network');
const lostAfterCommit = fault('network', 'unknown', true);

describe('a section whose answer was lost', () => {
  it('is recognised at once by its full record, not by an older one of the same title', async () => {
    const { create, service, phases, posts } = createBench();
    service.fail('post', lostAfterCommit);
    expect(await create()).toMatchObject({
      outcome: 'created',
      id: 1000,
      confirmedBy: 'readBack',
      lookedForTwins: true,
    });
    expect(service.log).toStrictEqual(['list', 'post', 'list', 'batch']);
    expect(phases).toStrictEqual(['reading', 'sending', 'checking']);
    expect(posts()).toBe(1);
  });

  it.each([1, 2])('is found when it appears at look %i after the first', async (look) => {
    const { create, service } = createBench();
    service.fail('post', lost);
    service.onCall = (operation, count) => {
      if (operation === 'list' && count === look + 1)
        service.records.set(2, aSection({ Id: 2, Title: 'Begin' }));
    };
    expect(await create()).toMatchObject({ outcome: 'created', id: 2, confirmedBy: 'readBack' });
    expect(service.log.filter((entry) => entry.endsWith(' ms'))).toStrictEqual(
      ['2000 ms', '4000 ms'].slice(0, look),
    );
  });

  it('was not created when three looks do not find it; what else appeared is shown', async () => {
    const { create, service, posts } = createBench();
    service.fail('post', lost);
    service.onCall = (operation) => {
      if (operation === 'wait') service.records.set(2, other);
    };
    expect(await create()).toMatchObject({ outcome: 'notCreated', error: lost.error, others: [other] });
    expect(service.log.filter((call) => call === 'list')).toHaveLength(4);
    expect(posts()).toBe(1);
  });

  it('is shown twice when there are two', async () => {
    const { create, service } = createBench();
    service.copies = 2;
    service.fail('post', lostAfterCommit);
    expect(await create()).toMatchObject({
      outcome: 'createdTwice',
      confirmedBy: 'readBack',
      records: [{ Id: 1000 }, { Id: 1001 }],
    });
  });

  it.each([
    ['white space and attributes', { SectionContents: '<p class="x">Hel lo</p>\r\n' }, true],
    ['days that no one counts', { UnlockAfterDays: null }, true],
    ['another text', { SectionContents: '<p>Bye</p>' }, false],
    ['another title', { Title: 'End' }, false],
    ['another order', { DisplayOrder: 4 }, false],
    ['another rule', { UnlockType: 2 }, false],
    ['another state', { Active: false }, false],
  ])('is recognised or not by what differs: %s', async (_, change, isRecognised) => {
    const { create, service } = createBench();
    service.cleanUp = (record) => ({ ...record, ...change });
    service.fail('post', lostAfterCommit);
    expect((await create()).outcome).toBe(isRecognised ? 'created' : 'notCreated');
  });

  it('is told apart by its days while Timed is chosen', async () => {
    const { create, service } = createBench();
    service.cleanUp = (record) => ({ ...record, UnlockAfterDays: 8 });
    service.fail('post', lostAfterCommit);
    expect((await create({ unlockType: 'timed', unlockAfterDays: '7' })).outcome).toBe('notCreated');
  });

  it('is found when the list can be read again in time', async () => {
    const { create, service } = createBench();
    service.fail('post', lostAfterCommit);
    service.fail('list', null, fault('network'), fault('server'));
    expect(await create()).toMatchObject({ outcome: 'created', id: 1000 });
  });

  it('stays unknown while the last look fails, and can be checked again without sending', async () => {
    const { create, service, onPhase, posts } = createBench();
    service.fail('post', lostAfterCommit);
    service.fail('list', null, fault('network'), fault('network'), fault('server'));
    const result = await create();
    expect(result).toMatchObject({
      outcome: 'unknown',
      error: { kind: 'network' },
      readError: { kind: 'server' },
    });
    expect(await checkCreate(pendingOf(result), service.deps, onPhase)).toMatchObject({
      outcome: 'created',
      id: 1000,
    });
    expect(posts()).toBe(1);
  });

  it('stays unknown when there is no list from before to compare with', async () => {
    const { create, service, onPhase } = createBench();
    service.fail('list', fault('forbidden'));
    service.fail('post', lostAfterCommit);
    const result = await create();
    expect(result).toMatchObject({ outcome: 'unknown', error: { kind: 'network' }, readError: null });
    expect(await checkCreate(pendingOf(result), service.deps, onPhase)).toMatchObject({ outcome: 'unknown' });
    expect(service.log).toStrictEqual(['list', 'post']);
  });
});

/** @returns what the service holds, and the next create of the same form */
async function afterLost() {
  const tools = createBench();
  tools.service.fail('post', lost);
  const first = await tools.create();
  if (first.outcome !== 'notCreated') throw new Error(`The outcome is ${first.outcome}.`);
  const again = (changes: Partial<SectionFormValues> = {}, earlier = first.lost) =>
    createSection({ values: { ...tools.values, ...changes }, earlier }, tools.service.deps, tools.onPhase);
  return { ...tools, first, again };
}

describe('a create after one that was not found', () => {
  const late = aSection({ Id: 2, Title: 'Begin' });

  it.each([
    ['the same', {}],
    ['something else', { title: 'Start' }],
    ['another course', { courseId: '8' }],
  ])('sends nothing when that one has arrived by then: %s', async (_, changes) => {
    const { first, again, service, posts, values } = await afterLost();
    service.records.set(2, late);
    expect(await again(changes)).toMatchObject({
      outcome: 'created',
      id: 2,
      confirmedBy: 'readBack',
      late: { values },
    });
    expect(first.lost).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  it('sends nothing while it cannot look', async () => {
    const { again, service, posts } = await afterLost();
    service.fail('list', fault('forbidden'));
    expect(await again()).toMatchObject({ outcome: 'unknown', readError: { kind: 'forbidden' } });
    expect(posts()).toBe(1);
  });

  it('that is still missing is made, and the first one that arrives meanwhile is its twin', async () => {
    const { again, service, posts } = await afterLost();
    service.onCall = (operation) => {
      if (operation === 'post') service.records.set(2, late);
    };
    expect(await again({ title: 'Start' })).toMatchObject({
      outcome: 'createdTwice',
      records: [{ Id: 1000, Title: 'Start' }, { Id: 2 }],
      confirmedBy: 'answer',
    });
    expect(posts()).toBe(2);
  });

  it('that is lost, too, leaves both to be looked for', async () => {
    const { again, service, posts } = await afterLost();
    service.fail('post', lost);
    const second = await again({ title: 'Start' });
    if (second.outcome !== 'notCreated') throw new Error(`The outcome is ${second.outcome}.`);
    expect(second.lost.map(({ sent }) => sent.Title)).toStrictEqual(['Begin', 'Start']);
    service.records.set(2, late);
    expect(await again({ title: 'Third' }, second.lost)).toMatchObject({ outcome: 'created', id: 2 });
    expect(posts()).toBe(2);
  });
});

function pendingOf(result: CreateResult) {
  if (result.outcome !== 'unknown') throw new Error(`The outcome is ${result.outcome}.`);
  return result.pending;
}
