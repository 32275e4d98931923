import { expect, it } from 'vitest';
import { notCopiedText } from './notCopiedText';

const told = (...lessons: (number | null)[]) => notCopiedText(lessons.map((one) => ({ lessons: one })));

it('what a copy does not have is said with the number of lessons, where all of them are known', () => {
  expect(told(5)).toBe('Lessons are not copied: 5 stay in the original. The copy has no thumbnail.');
  expect(told(1)).toBe('Lessons are not copied: 1 stays in the original. The copy has no thumbnail.');
  expect(told(0)).toBe('The copy has no thumbnail.');
  expect(told(null)).toBe('Lessons are not copied. The copy has no thumbnail.');
  expect(told(2, 0, 3)).toBe(
    'Lessons are not copied: 5 stay in the originals. The copies have no thumbnail.',
  );
  expect(told(2, null)).toBe('Lessons are not copied. The copies have no thumbnail.');
});
