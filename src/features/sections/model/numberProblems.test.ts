import { expect, it } from 'vitest';
import { daysProblem, orderProblem } from './numberProblems';

it.each([
  ['7', null],
  [' １４ ', null],
  ['', 'Enter the number of days'],
  ['7.5', 'Enter whole days, such as 7'],
  ['two weeks', 'Enter whole days, such as 7'],
  ['-1', 'Enter 0 or more days'],
  ['2147483648', 'Enter fewer days: 2,147,483,647 is the most'],
])('says of the days “%s”: %s', (text, words) => {
  expect(daysProblem(text)).toBe(words);
});

it.each([
  ['-3', null],
  ['', 'Enter the display order'],
  ['1.5', 'Display order: enter a whole number, such as 12'],
  ['-2147483649', 'Display order: enter a higher number, -2,147,483,648 is the lowest'],
  ['2147483648', 'Display order: enter a lower number, 2,147,483,647 is the highest'],
])('says of the display order “%s”: %s', (text, words) => {
  expect(orderProblem(text)).toBe(words);
});
