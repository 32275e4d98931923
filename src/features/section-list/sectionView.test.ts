import { describe, expect, it } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { readSectionRecord, type SectionRecord } from '#/api/sections/sectionRecord';
import { counted } from '#/lib/format';
import { viewSections } from './sectionView';

const json = (Id: number, over: object = {}) => ({
  Id,
  Title: `Part ${Id}`,
  Active: true,
  UnlockType: 2,
  ...over,
});

function record(Id: number, over: object = {}): SectionRecord {
  const read = readSectionRecord(json(Id, over));
  if (!read) throw new Error('no record');
  return read;
}

function views(records: ReadonlyMap<number, SectionRecord | ApiError> | undefined, sequence = [2, 1, 3]) {
  const rows = new Map([1, 2, 3].map((id) => [id, record(id)]));
  return viewSections({ rows, sequence, records, lessons: new Map([[2, 4]]), isGone: (id) => id === 3 });
}

describe('a row of the list', () => {
  it('names the section before it in the order of the screen', () => {
    const [first, second] = views(new Map([1, 2, 3].map((id) => [id, record(id)])));
    expect(first?.rule).toContain('this one is the first');
    expect(second?.rule).toBe('After “Part 2” is completed');
    expect(views(undefined).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('says that members may never get to what waits for an inactive section, and of no other one', () => {
    const doubts = (over: object, before: object) =>
      views(
        new Map([
          [2, record(2, before)],
          [1, record(1, over)],
        ]),
      ).map(({ rule, ruleDoubt }) => [rule, ruleDoubt?.text]);
    expect(doubts({}, { Active: false })[1]).toEqual([
      'After “Part 2” is completed',
      '“Part 2” is inactive. Whether Nexudus skips it is not known, so members may never get here.',
    ]);
    for (const [over, before] of [
      [{}, {}],
      [{}, { Active: null }],
      [{ UnlockType: 1 }, { Active: false }],
    ] as const) {
      expect(doubts(over, before)[1]?.[1]).toBeUndefined();
    }
    expect(views(new Map([[1, record(1)]]))[1]?.ruleDoubt).toBeNull();
  });

  it('doubts what waits for a section without lessons, once lessons are counted', () => {
    const records = new Map([1, 2, 3].map((id) => [id, record(id)]));
    expect(views(records).map((view) => view.ruleDoubt?.short)).toEqual([
      'Waits for a section, but is the first',
      undefined,
      '“Part 1” has no lessons: may never open',
    ]);
  });

  it('knows neither rule nor state before its record is read, whatever the list says', () => {
    expect(views(undefined).every(({ rule, isActive }) => rule === null && isActive === null)).toBe(true);
  });

  it('keeps a failure to itself', () => {
    const error = new ApiError({ kind: 'notFound', outcome: 'refused' });
    const [first, second] = views(
      new Map<number, SectionRecord | ApiError>([
        [2, error],
        [1, record(1)],
      ]),
    );
    expect([first?.failure, first?.rule]).toEqual([error, null]);
    expect(second?.rule).toBe('After “Part 2” is completed');
  });

  it('counts no lessons as none, and says which rows are gone', () => {
    expect(views(undefined).map(({ lessons }) => lessons)).toEqual([4, 0, 0]);
    expect(views(undefined).map(({ isGone }) => isGone)).toEqual([false, false, true]);
  });
});

describe('counted', () => {
  it('knows one from many', () => {
    expect([counted(1, 'section'), counted(0, 'section'), counted(1000, 'lesson')]).toEqual([
      '1 section',
      '0 sections',
      '1,000 lessons',
    ]);
  });
});
