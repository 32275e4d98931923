import { describe, expect, it } from 'vitest';
import type { SectionListRow } from '#/api/sections/sections';
import { copyPlaceText } from './copyText';

const rows = (...orders: number[]) =>
  orders.map(
    (DisplayOrder, index) => ({ Id: index + 1, Title: `S${index + 1}`, DisplayOrder }) as SectionListRow,
  );

const immediate = { id: 8, unlockType: 1 };
const sequential = { id: 9, unlockType: 2 };

describe('the place of copies', () => {
  it.each([
    ['end', 'Last, after “S3”.'],
    ['start', 'First, before “S1”.'],
    [1, 'Between “S1” and “S2”.'],
  ] as const)('%s', (place, text) => {
    expect(copyPlaceText(rows(10, 20, 30), [immediate], place)).toBe(text);
  });

  it('is said with how many others change', () => {
    expect(copyPlaceText(rows(0, 1, 2), [immediate], 2)).toBe(
      'Between “S2” and “S3”. Changes 1 other section.',
    );
    expect(
      copyPlaceText(
        rows(0, 1, 2),
        [
          { ...immediate, id: 1 },
          { ...immediate, id: 2 },
        ],
        undefined,
      ),
    ).toBe('Each right after its original. Changes 2 other sections.');
  });

  it('is said with the rule that finds no section before it', () => {
    const words = 'It opens after the section before it: as the first one it has none.';
    expect(copyPlaceText([], [sequential], 'end')).toBe(`The only section of this course. ${words}`);
    expect(copyPlaceText(rows(10), [sequential], 'start')).toBe(`First, before “S1”. ${words}`);
    expect(copyPlaceText(rows(10), [immediate, sequential], 'start')).not.toContain(words);
  });
});
