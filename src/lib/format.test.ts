import { describe, expect, it } from 'vitest';
import { counted, dateTimeText, listText, numeral, sizeText, timeText } from './format';

describe('numbers, plurals and lists', () => {
  it('go with the English words around them', () => {
    expect(numeral(12_345)).toBe('12,345');
    expect(counted(1, 'section')).toBe('1 section');
    expect(counted(0, 'section')).toBe('0 sections');
    expect(counted(1000, 'copy', 'copies')).toBe('1,000 copies');
    expect(sizeText(1)).toBe('1 character');
    expect(listText(['A', 'B'])).toBe('A and B');
    expect(listText(['A', 'B', 'C'])).toBe('A, B, and C');
  });
});

describe('dates and times', () => {
  it('are told in words and local time', () => {
    const date = new Date(2025, 0, 15, 10, 42);
    expect(timeText(date)).toMatch(/^10:42(?:\sAM)?$/i);
    expect(timeText(date.getTime())).toBe(timeText(date));
    expect(dateTimeText(date)).toContain(timeText(date));
    expect(dateTimeText(new Date(2025, 0, 15, 9, 5))).toContain(timeText(new Date(2025, 0, 15, 9, 5)));
    expect(dateTimeText(date)).toMatch(/Jan.*2025.*10:42/);
  });
});
