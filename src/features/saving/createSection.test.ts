import { describe, expect, it } from 'vitest';
import { createBench, other } from './testing/createBench';
import { fault } from './testing/fakeService';

describe('a section whose creation is answered', () => {
  it('is read, and looked at for twins', async () => {
    const { create, service, phases } = createBench();
    expect(await create()).toStrictEqual({
      outcome: 'created',
      id: 1000,
      record: service.records.get(1000),
      confirmedBy: 'answer',
      serverChanged: [],
      lookedForTwins: true,
    });
    expect(service.log).toStrictEqual(['list', 'post', 'list', 'batch']);
    expect(phases).toStrictEqual(['reading', 'sending', 'confirming']);
  });

  it('that the network made twice is shown with its twin', async () => {
    const { create, service, posts } = createBench();
    service.copies = 2;
    expect(await create()).toStrictEqual({
      outcome: 'createdTwice',
      records: [service.records.get(1001), service.records.get(1000)],
      confirmedBy: 'answer',
    });
    expect(posts()).toBe(1);
  });

  it('is not taken for the twin of a colleague’s new section', async () => {
    const { create, service } = createBench();
    service.onCall = (operation) => {
      if (operation === 'post') service.records.set(2, other);
    };
    expect(await create()).toMatchObject({ outcome: 'created', id: 1000, lookedForTwins: true });
  });

  it.each([
    ['stored', 'new.png', []],
    ['accepted and not stored', null, [{ field: 'thumbnail', image: 'asBefore' }]],
  ])('says whether its image was %s', async (_, ImageFileName, serverChanged) => {
    const { create, service } = createBench();
    service.cleanUp = (record) => ({ ...record, ImageFileName });
    const result = await create({ thumbnail: 'replace', imageUrl: 'https://example.com/new.png' });
    expect(result).toMatchObject({ outcome: 'created', serverChanged });
  });

  it('says what the server changed', async () => {
    const { create, service } = createBench();
    service.cleanUp = (record) => ({ ...record, Title: 'Beg' });
    expect(await create()).toMatchObject({
      serverChanged: [{ field: 'title', sent: 'Begin', stored: 'Beg' }],
    });
  });

  it.each([
    ['before', [fault('forbidden')]],
    ['after', [null, fault('server')]],
  ])('says that twins could not be looked for when the list cannot be read %s', async (_, faults) => {
    const { create, service } = createBench();
    service.fail('list', ...faults);
    service.copies = 2;
    expect(await create()).toMatchObject({ outcome: 'created', id: 1001, lookedForTwins: false });
  });

  it('is created without its record when it may not be read', async () => {
    const { create, service } = createBench();
    service.fail('batch', fault('aborted'));
    expect(await create()).toMatchObject({ outcome: 'created', id: 1000, record: null, serverChanged: [] });
  });

  it('is compared by title and order when records may not be read', async () => {
    const { create, service } = createBench();
    service.copies = 2;
    service.fail('batch', fault('forbidden'));
    expect(await create()).toMatchObject({ outcome: 'createdTwice', records: [{ Id: 1001 }, { Id: 1000 }] });
  });
});

describe('a section that is not created', () => {
  it.each(['signedOut', 'throttled', 'network', 'offline', 'timeout', 'aborted'] as const)(
    'was not sent when the course cannot be looked at: %s',
    async (kind) => {
      const { create, service } = createBench();
      service.fail('list', fault(kind));
      expect(await create()).toMatchObject({ outcome: 'notSent', error: { kind } });
      expect(service.log).toStrictEqual(['list']);
    },
  );

  it.each([
    ['refused', 'refused'],
    ['forbidden', 'refused'],
    ['throttled', 'notSent'],
  ] as const)('says whether it was refused or not sent: %s', async (kind, outcome) => {
    const { create, service } = createBench();
    service.fail('post', fault(kind, outcome));
    expect(await create()).toMatchObject({ outcome, error: { kind } });
    expect(service.log).toStrictEqual(['list', 'post']);
  });
});
