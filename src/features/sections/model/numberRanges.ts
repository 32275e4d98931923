import { int32, parseWholeNumber } from '#/lib/wholeNumber';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The display orders and days that a form accepts (docs/wording.md “Create and edit”). */
export const orderRange: Range = int32;
export const daysRange: Range = { min: 0, max: int32.max };

/** The number in a box, null when it holds no valid one. */
export function numberOf(text: string, range: Range): number | null {
  const parsed = parseWholeNumber(text, range);
  return parsed.kind === 'number' ? parsed.value : null;
}
