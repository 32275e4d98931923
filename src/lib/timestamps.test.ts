import { expect, test } from 'vitest';
import { parseTimestamp, timestampText, zonedTimestampText } from './timestamps';

test('a timestamp without a zone is read as UTC', () => {
  expect(parseTimestamp('2025-01-15T10:30:00')?.toISOString()).toBe('2025-01-15T10:30:00.000Z');
  expect(parseTimestamp('2025-01-15T10:30:00Z')?.toISOString()).toBe('2025-01-15T10:30:00.000Z');
  expect(parseTimestamp('2025-01-15T10:30:00.123+02:00')?.toISOString()).toBe('2025-01-15T08:30:00.123Z');
});

test('people read it in their own zone, which is named among the details', () => {
  const morning = '2025-01-15T08:30:00Z';
  expect(zonedTimestampText(morning, 'en-GB', 'Europe/Madrid')).toBe('15 Jan 2025, 9:30 CET');
  expect(zonedTimestampText(morning, 'en-US', 'Europe/Madrid')).toMatch(/^Jan 15, 2025, 9:30\sAM GMT\+1$/);
  expect(zonedTimestampText(morning).startsWith(`${timestampText(morning)} `)).toBe(true);
  expect(timestampText(morning)).toMatch(/^15 Jan 2025, \d{1,2}:30$/);
});

test('what is no moment is shown as it came, and “never” as unknown', () => {
  expect(timestampText('soon')).toBe('soon');
  expect(timestampText('2025-13-45T99:00:00Z')).toBe('2025-13-45T99:00:00Z');
  for (const nothing of [null, '', '  ', '0001-01-01T00:00:00'])
    expect(timestampText(nothing)).toBe('unknown');
});
