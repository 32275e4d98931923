import { trimInvisible } from '#/lib/text';

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** An e-mail address as it is sent: what comes along with a paste and nobody sees is no part of one. */
export const emailOf = (typed: string): string => trimInvisible(typed.replace(ignorable, ''));

/**
 * The digits of an authentication code, in ASCII: apps show it in groups, and keyboards have digits of their own.
 * @returns the empty text when there is no digit
 */
export function codeOf(typed: string): string {
  return Array.from(typed.normalize('NFKC').matchAll(/\p{Nd}/gu), ([digit]) => valueOf(digit)).join('');
}

/** In every script the ten digits follow one another from zero. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
