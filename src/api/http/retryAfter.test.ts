import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retryAfter';

const now = Date.parse('2026-03-01T12:00:00Z');
const wait = (headers: Record<string, string>, text = '', waits = 0) =>
  retryAfterSeconds({ headers: new Headers(headers), text }, waits, now);

describe('the wait after a throttled call', () => {
  it.each([
    ['7', 7],
    ['1', 1],
    ['0', 1],
    ['-5', 1],
    ['1.2', 2],
    ['99999', 120],
    ['Infinity', 120],
    ['Sun, 01 Mar 2026 12:00:09 GMT', 9],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 1],
    ['Sun, 01 Mar 2099 12:00:00 GMT', 120],
  ])('follows Retry-After: %s', (value, seconds) => {
    expect(wait({ 'Retry-After': value })).toBe(seconds);
  });

  it('counts a date by the server’s clock, not by ours', () => {
    const headers = { 'Retry-After': 'Mon, 02 Mar 2026 03:00:05 GMT', Date: 'Mon, 02 Mar 2026 03:00:00 GMT' };
    expect(wait(headers)).toBe(5);
  });

  it.each(['', 'soon'])('follows the body when the header says %j', (value) => {
    expect(wait({ 'Retry-After': value }, 'Too many requests. Wait 30 seconds.')).toBe(30);
  });

  it('grows from a second when there is no hint', () => {
    expect([0, 1, 2, 3, 10].map((waits) => wait({}, 'Slow down', waits))).toEqual([1, 2, 4, 8, 120]);
  });
});
