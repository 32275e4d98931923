import { describe, expect, it } from 'vitest';
import { displayOrderText, sectionBefore } from './displayOrderText';

const row = (Id: number, DisplayOrder: number | null, Title: string | null = `S${Id}`) => ({
  Id,
  DisplayOrder,
  Title,
});

describe('the hint at a display order', () => {
  const rows = [row(1, 10), row(2, 20), row(3, 20), row(4, 30), row(5, null, ' '), row(6, 30), row(7, 30)];
  const unknown = 'In which order members see them is not known.';

  it.each([
    ['5', 'First, before “S1”.'],
    ['15', 'Between “S1” and “S2”.'],
    ['10', `First, before “S2”. “S1” has the number 10, too. ${unknown}`],
    ['20', `Between “S1” and “S4”. “S2” and “S3” have the number 20, too. ${unknown}`],
    ['30', `Between “S3” and “(untitled section 5)”. 3 other sections have the number 30, too. ${unknown}`],
    ['３１', 'Between “S7” and “(untitled section 5)”.'],
    ['', ''],
    ['1.5', ''],
    ['2147483648', ''],
  ])('%s → %s', (text, hint) => {
    expect(displayOrderText(rows, text)).toBe(hint);
  });

  it('leaves out the section that is being edited', () => {
    expect(displayOrderText(rows, '20', 2)).toBe(
      `Between “S1” and “S4”. “S3” has the number 20, too. ${unknown}`,
    );
    expect(displayOrderText([row(1, 10)], '10', 1)).toBe('The only section of this course.');
  });

  it('says when it is the last or the only one, or shares its number with all others', () => {
    expect(displayOrderText([row(1, 10)], '11')).toBe('Last, after “S1”.');
    expect(displayOrderText([], '1')).toBe('The only section of this course.');
    expect(displayOrderText([row(1, 10)], '10')).toBe(`“S1” has the number 10, too. ${unknown}`);
  });
});

describe('the section before a number', () => {
  const rows = [row(1, 10), row(2, 20), row(3, 20)];

  it('is the one with the next lower number', () => {
    expect(sectionBefore(rows, '15')?.Id).toBe(1);
    expect(sectionBefore(rows, '10', 1)).toBeNull();
    expect(sectionBefore(rows, 'two')).toBeNull();
  });

  it('is not known where another section has the number', () => {
    expect(sectionBefore(rows, '20')).toBeNull();
  });
});
