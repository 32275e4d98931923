import { DATE_AND_TIME, DATE_LOCALE, dateTimeText } from './format';

/**
 * The moment of a timestamp of the service, null when it is none. One without a zone is UTC (docs/api-contract.md 2);
 * years before 1900 are the service's “never”.
 */
export function parseTimestamp(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const date = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 ? null : date;
}

/** In local time, e.g. “15 Jan 2025, 11:30”. What is no moment is shown as it came, nothing as “unknown”. */
export const timestampText = (text: string | null): string => textOf(text, dateTimeText);

/** The same with the zone: “15 Jan 2025, 11:30 CET”. @param timeZone that of the reader, unless a test has another */
export function zonedTimestampText(text: string | null, locale = DATE_LOCALE, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return textOf(text, (date) => {
    const names = new Intl.DateTimeFormat(locale, { ...zone, timeZoneName: 'short' }).formatToParts(date);
    const name = names.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return `${new Intl.DateTimeFormat(locale, { ...DATE_AND_TIME, ...zone }).format(date)} ${name}`;
  });
}

function textOf(text: string | null, ofDate: (date: Date) => string): string {
  const date = parseTimestamp(text);
  if (date) return ofDate(date);
  return text?.trim() && !text.startsWith('0001-') ? text : 'unknown';
}
