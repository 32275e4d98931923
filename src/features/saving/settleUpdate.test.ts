import { describe, expect, it } from 'vitest';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { checkSave } from './saveSection';
import { fault } from './testing/fakeService';
import { base, saveBench } from './testing/saveBench';

const { Id } = base;
const lost = fault('network');
const lostAfterCommit = fault('network', 'unknown', true);

describe('a save whose answer was lost', () => {
  it('is confirmed by reading back', async () => {
    const { save, service, phases } = saveBench();
    service.fail('put', lostAfterCommit);
    expect(await save({ title: 'Begin' })).toMatchObject({
      outcome: 'saved',
      confirmedBy: 'readBack',
      record: { Title: 'Begin' },
    });
    expect(service.log).toStrictEqual(['get', 'put', 'get']);
    expect(phases).toStrictEqual(['reading', 'sending', 'checking']);
  });

  it('is looked for again after 2 and 6 seconds: the server may still be at it', async () => {
    const { save, service } = saveBench();
    service.fail('put', lost);
    service.onCall = (operation, count) => {
      if (operation === 'get' && count === 3) service.change(Id, { Title: 'Begin' });
    };
    expect(await save({ title: 'Begin' })).toMatchObject({ outcome: 'saved', confirmedBy: 'readBack' });
    expect(service.log).toStrictEqual([
      'get',
      'put',
      'get',
      'wait',
      '2000 ms',
      'get',
      'wait',
      '4000 ms',
      'get',
    ]);
  });

  it('is confirmed when only the server’s own clean-up differs, and that is said', async () => {
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, SectionContents: '<p>New text</p>\r\n' });
    service.fail('put', lostAfterCommit);
    expect(await save({ introduction: '<p onclick="x()">New  text</p>' })).toMatchObject({
      outcome: 'saved',
      confirmedBy: 'readBack',
      serverChanged: [{ field: 'introduction', stored: '<p>New text</p>\r\n' }],
    });
  });

  it('was not saved when the old value is there, even if only markup was to change', async () => {
    const { save, service } = saveBench();
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
    const { save, service } = saveBench();
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
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, Active: true });
    service.fail('put', lostAfterCommit);
    expect(await save({ title: 'Begin', active: false })).toMatchObject({
      outcome: 'notSaved',
      missing: ['active'],
    });
  });

  it('is a conflict when something else is stored in its place', async () => {
    const { save, service } = saveBench(aSection({ Active: false }));
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
    [lostAfterCommit, { outcome: 'saved', serverChanged: [] }],
    [lost, { outcome: 'notSaved', missing: ['thumbnail'] }],
  ])('is settled by the file name when only the image was to change', async (put, expected) => {
    const { save, service } = saveBench();
    service.fail('put', put);
    expect(await save({ thumbnail: 'replace', imageUrl: 'https://example.com/new.png' })).toMatchObject(
      expected,
    );
  });

  it('is saved without its image when the rest arrived', async () => {
    const { save, service } = saveBench();
    service.cleanUp = (record) => ({ ...record, ImageFileName: base.ImageFileName });
    service.fail('put', lostAfterCommit);
    const result = await save({
      title: 'Begin',
      thumbnail: 'replace',
      imageUrl: 'https://example.com/new.png',
    });
    expect(result).toMatchObject({ outcome: 'saved', serverChanged: [{ image: 'asBefore' }] });
  });

  it('names the image too when nothing arrived', async () => {
    const { save, service } = saveBench();
    service.fail('put', lost);
    const result = await save({ title: 'Begin', thumbnail: 'remove' });
    expect(result).toMatchObject({ outcome: 'notSaved', missing: ['title', 'thumbnail'] });
  });

  it('stays unknown when it cannot be read back, and can be checked again without sending', async () => {
    const { save, service, onPhase } = saveBench();
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
    const { save, service } = saveBench();
    service.fail('put', { error: new TypeError('bug'), isDone: true });
    expect(await save({ title: 'Begin' })).toMatchObject({ outcome: 'saved', confirmedBy: 'readBack' });
  });
});
