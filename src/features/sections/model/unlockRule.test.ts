import { describe, expect, it } from 'vitest';
import { sectionTitle } from './sectionTitle';
import { shortUnlockRule, unlockRule } from './unlockRule';

const rule = (UnlockType: number | null, UnlockAfterDays: number | null = 0) => ({
  UnlockType,
  UnlockAfterDays,
});

describe('the rule as a sentence', () => {
  it.each([
    [rule(1, 7), 'Available at once'],
    [rule(2), 'After “Basics” is completed'],
    [rule(3, 0), '0 days after enrolment'],
    [rule(3, 1), '1 day after enrolment'],
    [rule(3, 7), '7 days after enrolment'],
    [rule(3, 1500), '1,500 days after enrolment'],
    [rule(3, null), 'An unknown number of days after enrolment'],
    [rule(99), 'Unknown unlock rule (99)'],
    [rule(0), 'Unknown unlock rule (0)'],
    [rule(null), 'Unknown unlock rule (none)'],
  ])('%j → %s', (stored, sentence) => {
    expect(unlockRule(stored, 'Basics')).toBe(sentence);
  });

  it('says so when nothing comes before a sequential section', () => {
    expect(unlockRule(rule(2), null)).toBe(
      'After the previous section is completed, but this one is the first',
    );
  });

  it('names no section where the previous one is not known', () => {
    expect(unlockRule(rule(2))).toBe('After the previous section is completed');
  });
});

it.each([
  [rule(1, 7), 4, 'atOnce', 'At once'],
  [rule(2), 4, 'after', 'After 4'],
  [rule(2), null, 'after', 'After none'],
  [rule(3, 1500), 4, 'day', 'Day 1,500'],
  [rule(3, -3), 4, 'day', 'Day -3'],
  [rule(3, null), 4, 'day', 'Day unknown'],
  [rule(99), 4, 'unknown', 'Unknown'],
])('%j with %j before it is, in short, %s “%s”', (stored, before, icon, text) => {
  expect(shortUnlockRule(stored, before)).toEqual({ icon, text });
});

it.each([null, '', ' \u200B'])('tells the untitled section %j by its number', (Title) => {
  expect(sectionTitle({ Id: 87654321, Title })).toBe('(untitled section 87654321)');
});

it('shows a title as it is', () => {
  expect(sectionTitle({ Id: 1, Title: ' Basics' })).toBe(' Basics');
});
