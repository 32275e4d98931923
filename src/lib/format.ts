/*
 * Every number, plural, list, date and time that people read is made here or with these locales: one place says which.
 * The app's words are English, and numbers, plurals and lists stand inside them.
 */
export const WORDS_LOCALE = 'en';

/** Dates and times in the person's own kind of English: day or month first, 12 or 24 hours. The British way for others. */
export const DATE_LOCALE =
  (globalThis.navigator?.languages ?? []).find((tag) => /^en(?:-|$)/i.test(tag)) ?? 'en-GB';

const number = new Intl.NumberFormat(WORDS_LOCALE);
const plural = new Intl.PluralRules(WORDS_LOCALE);
const list = new Intl.ListFormat(WORDS_LOCALE);
/** As people write it: “9:42”, “9:42 PM”. */
const TIME = { hour: 'numeric', minute: '2-digit' } as const;
export const DATE_AND_TIME = { day: 'numeric', month: 'short', year: 'numeric', ...TIME } as const;
const time = new Intl.DateTimeFormat(DATE_LOCALE, TIME);
const day = new Intl.DateTimeFormat(DATE_LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const dateAndTime = new Intl.DateTimeFormat(DATE_LOCALE, DATE_AND_TIME);

/** “1,000”. */
export const numeral = (count: number): string => number.format(count);

/** “1 section”, “1,000 sections”; `other` where the plural is not the noun with an s. */
export function counted(count: number, noun: string, other = `${noun}s`): string {
  return `${numeral(count)} ${plural.select(count) === 'one' ? noun : other}`;
}

/** “A, B, and C”. */
export const listText = (items: readonly string[]): string => list.format(items);

/** The time of day, “9:42”, in local time. @param date a moment, or milliseconds since 1970 */
export const timeText = (date: Date | number): string => time.format(date);

/** “Today”, “Yesterday”, “Wed, 15 Jan 2025”, in local time. @param ms both in milliseconds since 1970 */
export function dayText(ms: number, now: number): string {
  const text = day.format(ms);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (text === day.format(now)) return 'Today';
  return text === day.format(yesterday) ? 'Yesterday' : text;
}

/** “15 Jan 2025, 11:30”, in local time. @param date a moment, or milliseconds since 1970 */
export const dateTimeText = (date: Date | number): string => dateAndTime.format(date);

/** “12,345 characters”. @param length in UTF-16 units, which is what a text area counts */
export const sizeText = (length: number): string => counted(length, 'character');
