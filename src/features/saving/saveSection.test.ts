import { describe, expect, it } from 'vitest';
import { resolveConflicts } from '#/features/sections/model/mergeSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { saveSection } from './saveSection';
import { fault } from './testing/fakeService';
import { base, saveBench } from './testing/saveBench';

const { Id } = base;
const lost = fault('network');

describe('a save that is answered', () => {
  it('reads, sends once and reads what is stored', async () => {
    const { save, service, phases, stored } = saveBench();
    expect(await save({ title: 'Begin' })).toStrictEqual({
      outcome: 'saved',
      before: base,
      record: stored(),
      confirmedBy: 'answer',
      kept: [],
      serverChanged: [],
    });
    expect(stored()?.Title).toBe('Begin');
    expect(service.log).toStrictEqual(['get', 'put', 'get']);
    expect(phases).toStrictEqual(['reading', 'sending', 'confirming']);
  });

  it('says what the server changed on the way', async () => {
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, Title: 'Beg', SectionContents: '' });
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      serverChanged: [
        { field: 'title', sent: 'Begin', stored: 'Beg' },
        { field: 'introduction', sent: '<p>Hello</p>', stored: '' },
      ],
    });
  });

  it('takes no text and an empty text for the same', async () => {
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, SectionContents: null });
    expect(await save({ introduction: '' })).toMatchObject({ outcome: 'saved', serverChanged: [] });
  });

  it('stays saved when what is stored cannot be read afterwards', async () => {
    const { save, service } = saveBench();
    service.fail('get', null, fault('server'));
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      record: null,
      confirmedBy: 'answer',
      serverChanged: [],
    });
  });

  it.each([
    ['a new image', 'replace', 'new.png', []],
    ['a new image by another name', 'replace', 'a7.png', [{ image: 'otherName' }]],
    ['an image that was accepted and not stored', 'replace', 'basics.png', [{ image: 'asBefore' }]],
    ['an image that is gone', 'replace', null, [{ stored: '' }]],
    ['a removed image', 'remove', null, []],
    ['an image that was not removed', 'remove', 'basics.png', [{ image: 'asBefore' }]],
    ['another image in place of the removed one', 'remove', 'theirs.png', [{ stored: 'theirs.png' }]],
  ] as const)('tells %s by its file name', async (_, thumbnail, ImageFileName, serverChanged) => {
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, ImageFileName });
    const result = await save({ thumbnail, imageUrl: 'https://example.com/new.png' });
    expect(result).toMatchObject({ outcome: 'saved', serverChanged });
  });
});

describe('a save with nothing to send', () => {
  it.each([{}, { title: 'Basics ' }, { unlockAfterDays: '99' }, { displayOrder: '０3' }])(
    'only reads: %j',
    async (changes) => {
      const { save, service } = saveBench();
      expect(await save(changes)).toStrictEqual({ outcome: 'unchanged', record: base, kept: [] });
      expect(service.log).toStrictEqual(['get']);
    },
  );

  it('shows what a colleague changed meanwhile', async () => {
    const { save } = saveBench(aSection({ Title: 'Start' }));
    expect(await save({})).toMatchObject({
      outcome: 'unchanged',
      kept: [{ field: 'title', theirs: 'Start' }],
    });
  });
});

describe('a colleague', () => {
  it('who changed another field keeps it, and it is said', async () => {
    const { save, stored } = saveBench(aSection({ Title: 'Start', CustomFields: { a: 1 } }));
    expect(await save({ displayOrder: '9' })).toMatchObject({
      outcome: 'saved',
      kept: [{ field: 'title', base: 'Basics', theirs: 'Start', by: 'colleague@example.com' }],
    });
    expect(stored()).toMatchObject({ Title: 'Start', DisplayOrder: 9, rest: { CustomFields: { a: 1 } } });
  });

  it('who changed the same field is asked about before anything is sent', async () => {
    const { save, service } = saveBench(aSection({ Title: 'Start' }));
    const result = await save({ title: 'Begin' });
    expect(result).toMatchObject({
      outcome: 'conflict',
      theirs: { Title: 'Start' },
      conflicts: [{ field: 'title', base: 'Basics', theirs: 'Start', mine: 'Begin' }],
      wasSent: false,
    });
    expect(service.log).toStrictEqual(['get']);
  });

  it('is asked about again when the field changed once more after the choice', async () => {
    const { save, service, onPhase } = saveBench(aSection({ Title: 'Start' }));
    const first = await save({ title: 'Begin' });
    if (first.outcome !== 'conflict') throw new Error(first.outcome);
    service.change(Id, { Title: 'Third' });
    const values = resolveConflicts(first, first.theirs, { title: 'mine' });
    if (values === null) throw new Error('The conflict was decided.');
    const second = await saveSection({ base: first.theirs, values }, service.deps, onPhase);
    expect(second).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ base: 'Start', theirs: 'Third', mine: 'Begin' }],
    });
    service.change(Id, { Title: 'Start' });
    expect(await saveSection({ base: first.theirs, values }, service.deps, onPhase)).toMatchObject({
      outcome: 'saved',
    });
    expect(service.records.get(Id)?.Title).toBe('Begin');
  });

  it('who deleted it is noticed before sending, at sending and at checking', async () => {
    const before = saveBench();
    before.service.records.clear();
    expect(await before.save({ title: 'Begin' })).toMatchObject({ outcome: 'deleted' });
    expect(before.service.log).toStrictEqual(['get']);

    const during = saveBench();
    during.service.fail('put', fault('notFound', 'refused'));
    expect(await during.save({ title: 'Begin' })).toMatchObject({ outcome: 'deleted' });

    const after = saveBench();
    after.service.fail('put', lost);
    after.service.onCall = (operation, count) => {
      if (operation === 'get' && count === 1) after.service.records.clear();
    };
    expect(await after.save({ title: 'Begin' })).toMatchObject({ outcome: 'deleted' });
  });
});

describe('a save that fails', () => {
  it.each(['network', 'signedOut', 'forbidden', 'server'] as const)(
    'is not sent when the record cannot be read: %s',
    async (kind) => {
      const { save, service } = saveBench();
      service.fail('get', fault(kind));
      expect(await save({ title: 'Begin' })).toMatchObject({ outcome: 'notSent', error: { kind } });
      expect(service.log).toStrictEqual(['get']);
    },
  );

  it.each([
    ['refused', 'refused'],
    ['forbidden', 'refused'],
    ['signedOut', 'refused'],
    ['throttled', 'notSent'],
    ['offline', 'notSent'],
  ] as const)('says whether it was refused or not sent: %s', async (kind, outcome) => {
    const { save, service } = saveBench();
    service.fail('put', fault(kind, outcome));
    expect(await save({ title: 'Begin' })).toMatchObject({ outcome, error: { kind, outcome } });
    expect(service.log).toStrictEqual(['get', 'put']);
  });
});
