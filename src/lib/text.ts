/** What nobody can see: spaces of every kind, controls, zero-width, joiner, filler and direction characters. */
const visible = /[^\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** White space of every script, and the characters that only take up room. Joiners and direction marks carry meaning. */
const space = /[\s\p{Z}\u0085\u180E\u200B\u2060\u2800\u3164\uFFA0]/u;

/** True when a person would see nothing: empty, or nothing but invisible characters. */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/** Removes white space, exotic kinds too, from both ends. Time is linear, whatever the text. */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && space.test(text.charAt(start))) start++;
  while (end > start && space.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Removes all that nobody sees from both ends: for what is copied from elsewhere, such as addresses. Time is linear. */
export function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charAt(start))) start++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The first `length` UTF-16 units, never ending in half a character. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** For comparing as people do: without case and accents, so that “elan” finds “Élan”. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
