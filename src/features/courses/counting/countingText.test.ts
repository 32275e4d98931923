import { expect, it } from 'vitest';
import { type Counting, countingText } from './countingText';

const half: Counting = { all: 34, counted: 12, isGoingOn: true, missingRole: null };

it('how far sections are counted is said to who looks for a number, and why not to everybody', () => {
  expect(countingText(half)).toBe('Sections are counted in 12 of 34 courses so far.');
  expect(countingText({ ...half, isGoingOn: false })).toBe(
    'Sections could be counted in 12 of 34 courses only.',
  );
  expect(countingText({ ...half, counted: 34 })).toBeNull();
  expect(countingText({ ...half, all: 0, counted: 0 })).toBeNull();
  expect(countingText({ ...half, missingRole: 'CourseSection-List', all: 0 })).toBe(
    'Sections aren’t counted: your account lacks the role CourseSection-List.',
  );
});
