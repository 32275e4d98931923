import { describe, expect, it } from 'vitest';
import type { SectionRecord } from '#/api/sections/sections';
import { resolveConflicts } from '#/features/sections/model/mergeSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { fakeService, fault } from './testing/fakeService';
import { checkSave, saveSection } from './saveSection';
import type { Phase } from './types';

const base = aSection();
const Id = base.Id;
const lost = fault('network');
const lostAfterCommit = fault('network', 'unknown', true);

function setup(stored: SectionRecord = base) {
  const service = fakeService([stored]);
  const phases: Phase[] = [];
  const onPhase = (phase: Phase) => void phases.push(phase);
  const save = (changes: Partial<SectionFormValues>) =>
    saveSection({ base, values: { ...toFormValues(base), ...changes } }, service.deps, onPhase);
  return { service, phases, onPhase, save, stored: () => service.records.get(Id) };
}

describe('a save that is answered', () => {
  it('reads, sends once and reads what is stored', async () => {
    const { save, service, phases, stored } = setup();
    expect(await save({ title: 'Begin' })).toStrictEqual({
      outcome: 'saved',
      record: stored(),
      confirmedBy: 'answer',
      kept: [],
      serverChanged: [],
      imageChanged: null,
    });
    expect(stored()?.Title).toBe('Begin');
    expect(service.log).toStrictEqual(['get', 'put', 'get']);
    expect(phases).toStrictEqual(['reading', 'sending', 'confirming']);
  });

  it('says what the server changed on the way', async () => {
    const { save, service } = setup();
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
    const { save, service } = setup();
    service.cleanUp = (record) => ({ ...record, SectionContents: null });
    expect(await save({ introduction: '' })).toMatchObject({ outcome: 'saved', serverChanged: [] });
  });

  it('stays saved when what is stored cannot be read afterwards', async () => {
    const { save, service } = setup();
    service.fail('get', null, fault('server'));
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      record: null,
      confirmedBy: 'answer',
      serverChanged: [],
      imageChanged: null,
    });
  });

  it.each([
    ['a new image', 'replace', 'new.png', true],
    ['an image that was accepted and not stored', 'replace', 'basics.png', false],
    ['a removed image', 'remove', null, true],
    ['an image that was not removed', 'remove', 'basics.png', false],
  ] as const)('tells %s by its file name', async (_, thumbnail, ImageFileName, imageChanged) => {
    const { save, service } = setup();
    service.cleanUp = (record) => ({ ...record, ImageFileName });
    const result = await save({ thumbnail, imageUrl: 'https://example.com/new.png' });
    expect(result).toMatchObject({ outcome: 'saved', imageChanged });
  });
});

describe('a save with nothing to send', () => {
  it.each([{}, { title: 'Basics ' }, { unlockAfterDays: '99' }, { displayOrder: '０3' }])(
    'only reads: %j',
    async (changes) => {
      const { save, service } = setup();
      expect(await save(changes)).toStrictEqual({ outcome: 'unchanged', record: base, kept: [] });
      expect(service.log).toStrictEqual(['get']);
    },
  );

  it('shows what a colleague changed meanwhile', async () => {
    const { save } = setup(aSection({ Title: 'Start' }));
    expect(await save({})).toMatchObject({
      outcome: 'unchanged',
      kept: [{ field: 'title', theirs: 'Start' }],
    });
  });
});

describe('a colleague', () => {
  it('who changed another field keeps it, and it is said', async () => {
    const { save, stored } = setup(aSection({ Title: 'Start', CustomFields: { a: 1 } }));
    expect(await save({ displayOrder: '9' })).toMatchObject({
      outcome: 'saved',
      kept: [{ field: 'title', base: 'Basics', theirs: 'Start', by: 'colleague@example.com' }],
    });
    expect(stored()).toMatchObject({ Title: 'Start', DisplayOrder: 9, rest: { CustomFields: { a: 1 } } });
  });

  it('who changed the same field is asked about before anything is sent', async () => {
    const { save, service } = setup(aSection({ Title: 'Start' }));
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
    const { save, service, onPhase } = setup(aSection({ Title: 'Start' }));
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
    const before = setup();
    before.service.records.clear();
    expect(await before.save({ title: 'Begin' })).toMatchObject({ outcome: 'deleted' });
    expect(before.service.log).toStrictEqual(['get']);

    const during = setup();
    during.service.fail('put', fault('notFound', 'refused'));
    expect(await during.save({ title: 'Begin' })).toMatchObject({ outcome: 'deleted' });

    const after = setup();
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
      const { save, service } = setup();
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
    const { save, service } = setup();
    service.fail('put', fault(kind, outcome));
    expect(await save({ title: 'Begin' })).toMatchObject({ outcome, error: { kind, outcome } });
    expect(service.log).toStrictEqual(['get', 'put']);
  });
});

describe('a save whose answer was lost', () => {
  it('is confirmed by reading back', async () => {
    const { save, service, phases } = setup();
    service.fail('put', lostAfterCommit);
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      confirmedBy: 'readBack',
      record: { Title: 'Begin' },
    });
    expect(service.log).toStrictEqual(['get', 'put', 'get']);
    expect(phases).toStrictEqual(['reading', 'sending', 'checking']);
  });

  it('is confirmed when only the server’s own clean-up differs, and that is said', async () => {
    const { save, service } = setup();
    service.cleanUp = (record) => ({ ...record, SectionContents: '<p>New text</p>\r\n' });
    service.fail('put', lostAfterCommit);
    expect(await save({ introduction: '<p onclick="x()">New  text</p>' })).toMatchObject({
      outcome: 'saved',
      confirmedBy: 'readBack',
      serverChanged: [{ field: 'introduction', stored: '<p>New text</p>\r\n' }],
    });
  });

  it('was not saved when the old value is there, even if only markup was to change', async () => {
    const { save, service } = setup();
    service.fail('put', lost, lost);
    expect(await save({ title: 'Begin', active: false })).toMatchObject({
      outcome: 'notSaved',
      error: { kind: 'network', serverMessage: 'network message' },
      record: base,
      missing: ['title', 'active'],
    });
    expect(await save({ introduction: '<b>Hello</b>' })).toMatchObject({
      outcome: 'notSaved',
      missing: ['introduction'],
    });
    expect(service.log.filter((call) => call === 'put')).toHaveLength(2);
  });

  it('was not saved when a colleague changed something else meanwhile', async () => {
    const { save, service } = setup();
    service.fail('put', lost);
    service.onCall = (operation, count) => {
      if (operation === 'get' && count === 1) service.change(Id, { DisplayOrder: 8 });
    };
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'notSaved',
      missing: ['title'],
      record: { DisplayOrder: 8 },
    });
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      kept: [{ field: 'displayOrder', theirs: '8' }],
    });
  });

  it('says which part is not stored', async () => {
    const { save, service } = setup();
    service.cleanUp = (record) => ({ ...record, Active: true });
    service.fail('put', lostAfterCommit);
    expect(await save({ title: 'Begin', active: false })).toMatchObject({
      outcome: 'notSaved',
      missing: ['active'],
    });
  });

  it('is a conflict when something else is stored in its place', async () => {
    const { save, service } = setup(aSection({ Active: false }));
    service.fail('put', lostAfterCommit);
    service.onCall = (operation, count) => {
      if (operation === 'get' && count === 1) service.change(Id, { Title: 'Third' });
    };
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'conflict',
      wasSent: true,
      conflicts: [{ field: 'title', base: 'Basics', theirs: 'Third', mine: 'Begin' }],
      kept: [{ field: 'active', theirs: 'Inactive' }],
    });
  });

  it.each([
    [lostAfterCommit, { outcome: 'saved', imageChanged: true }],
    [lost, { outcome: 'notSaved', missing: ['thumbnail'] }],
  ])('is settled by the file name when only the image was to change', async (put, expected) => {
    const { save, service } = setup();
    service.fail('put', put);
    expect(await save({ thumbnail: 'replace', imageUrl: 'https://example.com/new.png' })).toMatchObject(
      expected,
    );
  });

  it('is saved without its image when the rest arrived', async () => {
    const { save, service } = setup();
    service.cleanUp = (record) => ({ ...record, ImageFileName: base.ImageFileName });
    service.fail('put', lostAfterCommit);
    const result = await save({
      title: 'Begin',
      thumbnail: 'replace',
      imageUrl: 'https://example.com/new.png',
    });
    expect(result).toMatchObject({ outcome: 'saved', imageChanged: false });
  });

  it('names the image too when nothing arrived', async () => {
    const { save, service } = setup();
    service.fail('put', lost);
    const result = await save({ title: 'Begin', thumbnail: 'remove' });
    expect(result).toMatchObject({ outcome: 'notSaved', missing: ['title', 'thumbnail'] });
  });

  it('stays unknown when it cannot be read back, and can be checked again without sending', async () => {
    const { save, service, onPhase } = setup();
    service.fail('put', fault('server', 'unknown', true));
    service.fail('get', null, fault('timeout'), fault('network'));
    const result = await save({ title: 'Begin' });
    expect(result).toMatchObject({
      outcome: 'unknown',
      error: { kind: 'server', serverMessage: 'server message' },
      readError: { kind: 'timeout' },
    });
    if (result.outcome !== 'unknown') return;
    const { error, ...plain } = result.pending;
    const restored = { ...(JSON.parse(JSON.stringify(plain)) as typeof plain), error };
    expect(await checkSave(restored, service.deps, onPhase)).toMatchObject({
      outcome: 'unknown',
      readError: { kind: 'network' },
    });
    expect(await checkSave(restored, service.deps, onPhase)).toMatchObject({
      outcome: 'saved',
      confirmedBy: 'readBack',
    });
    expect(service.log).toStrictEqual(['get', 'put', 'get', 'get', 'get']);
  });

  it('counts a fault of the app itself as a lost answer', async () => {
    const { save, service } = setup();
    service.fail('put', { error: new TypeError('bug'), isDone: true });
    expect(await save({ title: 'Begin' })).toMatchObject({ outcome: 'saved', confirmedBy: 'readBack' });
  });
});
