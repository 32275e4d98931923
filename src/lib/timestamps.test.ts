import { expect, test } from 'vitest';
import { formatTimestamp, parseTimestamp } from './timestamps';

test('a timestamp without a zone is read as UTC', () => {
  expect(parseTimestamp('2025-01-15T10:30:00')?.toISOString()).toBe('2025-01-15T10:30:00.000Z');
  expect(parseTimestamp('2025-01-15T10:30:00Z')?.toISOString()).toBe('2025-01-15T10:30:00.000Z');
  expect(parseTimestamp('2025-01-15T10:30:00.123+02:00')?.toISOString()).toBe('2025-01-15T08:30:00.123Z');
});

test('people read it in their own zone, which is named', () => {
  expect(formatTimestamp('2025-01-15T10:30:00Z', 'en-GB', 'Europe/Madrid')).toBe('15 Jan 2025, 11:30 CET');
});

test('what is no moment is shown as it came, and “never” as unknown', () => {
  expect(formatTimestamp('soon')).toBe('soon');
  expect(formatTimestamp('2025-13-45T99:00:00Z')).toBe('2025-13-45T99:00:00Z');
  for (const nothing of [null, '', '  ', '0001-01-01T00:00:00'])
    expect(formatTimestamp(nothing)).toBe('unknown');
});
