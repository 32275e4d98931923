import { describe, expect, it } from 'vitest';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { serverChanges } from './compareStored';
import { attribute, isShortened } from './overtaken';

const base = aSection({ UpdatedBy: 'me@x.example' });
const me = 'me@x.example';

/** What is known after a save of `typed`, when this is stored then. */
function after(
  typed: Partial<SectionFormValues>,
  stored: Record<string, unknown>,
  { account = me, isNew = false }: { account?: string | null; isNew?: boolean } = {},
) {
  const opened = toFormValues(base);
  const values = { ...opened, ...typed };
  const sent = toPayload(values, base);
  const { NewImageUrl: _url, ClearImageFile: _clear, echoed: _echoed, ...written } = sent;
  const record = aSection({ UpdatedBy: me, ...(isNew && { ImageFileName: null }), ...written, ...stored });
  const before = isNew ? null : base;
  const changes = serverChanges(sent, before, record);
  return attribute({ changes, before, record, opened: before && opened, values, account });
}
const theirs = { UpdatedBy: 'ann@x.example' };

describe('what is stored after a save is', () => {
  it('a colleague’s who saved just after: mine is offered back, over theirs', () => {
    const { byServer, overtaken, notes } = after({ title: 'Mine' }, { ...theirs, Title: 'THEIRS' });
    expect(byServer).toEqual([]);
    expect(notes).toEqual([]);
    expect(overtaken?.title).toBe('ann@x.example has changed Title just after you');
    expect(overtaken?.record.Title).toBe('THEIRS');
    expect(overtaken?.values).toEqual({ ...toFormValues(base), title: 'Mine' });
  });

  it('another number, and not a shorter text, where the server numbers by itself', () => {
    const change = { field: 'displayOrder', sent: '30', stored: '3' } as const;
    expect(isShortened(change)).toBe(false);
    expect(isShortened({ ...change, field: 'title' })).toBe(true);
  });

  it('a colleague’s where this person had changed nothing: it is told, and nothing is offered', () => {
    const found = after({ title: 'Mine' }, { ...theirs, SectionContents: '<p>THEIRS</p>' });
    expect(found).toEqual({
      byServer: [],
      overtaken: null,
      notes: ['ann@x.example has changed Introduction just after you.'],
    });
  });

  it('a colleague’s in a new section, whatever stands in it', () => {
    const stored = { ...theirs, Title: 'THEIRS', Active: false };
    const { overtaken } = after({}, stored, { isNew: true });
    expect(overtaken?.title).toBe('ann@x.example has changed Title and Active just after you');
    expect(overtaken?.values).toEqual(toFormValues(base));
  });

  it('the server’s, where the last writer is this person, however the name is spelt', () => {
    const { byServer, overtaken } = after({ title: 'Mine' }, { UpdatedBy: ' Me@X.example', Title: 'MINE' });
    expect(byServer).toMatchObject([{ field: 'title', stored: 'MINE' }]);
    expect(overtaken).toBeNull();
  });

  it.each([
    ['me@x.example', me],
    [null, me],
    ['ann@x.example', null],
  ])('the server’s clean-up, where it explains it: saved by %s, signed in as %s', (UpdatedBy, account) => {
    const typed = { title: 'Fire   drill', introduction: '<p>One two</p>' };
    const found = after(typed, { UpdatedBy, Title: 'Fire drill', SectionContents: '<p>One' }, { account });
    expect(found.byServer.map(({ field }) => field)).toEqual(['title', 'introduction']);
    expect(found).toMatchObject({ overtaken: null, notes: [] });
  });

  it('the server’s or a colleague’s, where a clean-up would explain it and a colleague saved last', () => {
    const { overtaken } = after(
      { introduction: '<p>Mine</p><img src="x">' },
      { ...theirs, SectionContents: '<p>Mine</p>' },
    );
    expect(overtaken?.title).toBe(
      'Introduction: not stored as you saved it. The server or ann@x.example has changed it',
    );
    expect(overtaken?.values.introduction).toBe('<p>Mine</p><img src="x">');
  });

  it.each([
    [null, me],
    ['ann@x.example', null],
  ])('nobody’s that is known: saved by %s, signed in as %s', (UpdatedBy, account) => {
    const { byServer, overtaken } = after({ title: 'Mine' }, { UpdatedBy, Title: 'THEIRS' }, { account });
    expect(byServer).toEqual([]);
    expect(overtaken?.title).toBe('Title: not stored as you saved it. Who changed it is not known');
    expect(overtaken?.values.title).toBe('Mine');
  });

  it('no change of this person’s own save, where they typed nothing', () => {
    const { byServer, overtaken, notes } = after({ title: 'Mine' }, { UpdatedBy: me, DisplayOrder: 9 });
    expect(byServer).toEqual([]);
    expect(overtaken).toBeNull();
    expect(notes).toEqual(['Display order is stored otherwise than it was read before the save.']);
  });

  it('nobody’s that is known, where its stamp is from before the save', () => {
    const stored = { UpdatedBy: base.UpdatedBy, Title: 'Basics' };
    const { overtaken } = after({ title: 'Mine' }, stored, { account: 'ann@x.example' });
    expect(overtaken?.title).toBe('Title: not stored as you saved it. Who changed it is not known');
  });

  it('of no matter, where the days count for nobody', () => {
    const { overtaken, notes } = after({ unlockAfterDays: '5' }, { ...theirs, UnlockAfterDays: 9 });
    expect(overtaken).toBeNull();
    expect(notes).toHaveLength(1);
  });
});

describe('an image', () => {
  const replaced = { thumbnail: 'replace', imageUrl: 'https://images.example/mine.png' } as const;
  const removed = { thumbnail: 'remove' } as const;
  const mine = { UpdatedBy: me, UpdatedOn: 'later' };

  it('that a colleague changed beside what I changed is told, and nothing is offered', () => {
    const found = after({ title: 'Mine' }, { ...theirs, ImageFileName: 'theirs.png' });
    expect(found.overtaken).toBeNull();
    expect(found.notes).toEqual(['ann@x.example has changed Thumbnail just after you.']);
  });

  it.each([
    [
      'a colleague’s in place of none',
      removed,
      'theirs.png',
      'ann@x.example has changed Thumbnail just after you',
    ],
    ['none, where mine was to be', replaced, null, 'ann@x.example has changed Thumbnail just after you'],
    [
      'the one before, which the server or they have left or put there',
      removed,
      base.ImageFileName,
      'Thumbnail: not stored as you saved it. The server or ann@x.example has changed it',
    ],
    [
      'under a name that the server or they have given',
      replaced,
      'a7.png',
      'ann@x.example has saved just after you and may have changed Thumbnail',
    ],
  ])('is %s: mine is offered back', (_, typed, ImageFileName, title) => {
    const { byServer, overtaken, notes } = after(typed, { ...theirs, ImageFileName });
    expect([byServer, notes]).toEqual([[], []]);
    expect(overtaken?.title).toBe(title);
    expect(overtaken?.values).toEqual({ ...toFormValues(base), ...typed });
  });

  it('that may be theirs is named beside what is', () => {
    const stored = { ...theirs, Title: 'THEIRS', ImageFileName: 'a7.png' };
    const { overtaken } = after({ ...replaced, title: 'Mine' }, stored);
    expect(overtaken?.title).toBe(
      'ann@x.example has changed Title just after you and may have changed Thumbnail',
    );
    expect(overtaken?.values).toMatchObject({ ...replaced, title: 'Mine' });
  });

  it('that bears the name of the file I asked for is mine, whoever saved since', () => {
    expect(after(replaced, { ...theirs, ImageFileName: 'mine.png' })).toEqual({
      byServer: [],
      overtaken: null,
      notes: [],
    });
  });

  it.each([mine, { UpdatedBy: null }])(
    'is mine under any new name, where nobody else has saved: %j',
    (stamp) => {
      expect(after(replaced, { ...stamp, ImageFileName: 'a7.png' })).toEqual({
        byServer: [],
        overtaken: null,
        notes: [],
      });
    },
  );

  it.each([replaced, removed])('is as before by the server, where nobody else has saved: %j', (typed) => {
    const { byServer, overtaken } = after(typed, { ...mine, ImageFileName: base.ImageFileName });
    expect(byServer).toMatchObject([{ field: 'thumbnail', stored: 'basics.png' }]);
    expect(overtaken).toBeNull();
  });

  it('of a colleague in my new section without one is offered to be removed', () => {
    const { overtaken } = after({}, { ...theirs, ImageFileName: 'theirs.png' }, { isNew: true });
    expect(overtaken?.title).toBe('ann@x.example has changed Thumbnail just after you');
    expect(overtaken?.values.thumbnail).toBe('remove');
  });
});
