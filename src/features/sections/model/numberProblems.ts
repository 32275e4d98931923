import { numeral } from '#/lib/format';
import { parseWholeNumber } from '#/lib/wholeNumber';
import { daysRange, orderRange } from './numberRanges';

/** What is wrong with the days in a box, in the words of every form and dialog that asks for them; null for nothing. */
export function daysProblem(text: string): string | null {
  const parsed = parseWholeNumber(text, daysRange);
  switch (parsed.kind) {
    case 'number':
      return null;
    case 'empty':
      return 'Enter the number of days';
    case 'notWhole':
      return 'Enter whole days, such as 7';
    case 'tooSmall':
      return 'Enter 0 or more days';
    case 'tooLarge':
      return `Enter fewer days: ${numeral(parsed.max)} is the most`;
  }
}

/** The same of a display order. */
export function orderProblem(text: string): string | null {
  const parsed = parseWholeNumber(text, orderRange);
  switch (parsed.kind) {
    case 'number':
      return null;
    case 'empty':
      return 'Enter the display order';
    case 'notWhole':
      return 'Display order: enter a whole number, such as 12';
    case 'tooSmall':
      return `Display order: enter a higher number, ${numeral(parsed.min)} is the lowest`;
    case 'tooLarge':
      return `Display order: enter a lower number, ${numeral(parsed.max)} is the highest`;
  }
}
