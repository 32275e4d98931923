import { DATE_LOCALE } from './format';

/**
 * The moment of a timestamp of the service, null when it is none. One without a zone is UTC (docs/api-contract.md 2);
 * years before 1900 are the service's “never”.
 */
export function parseTimestamp(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const date = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 ? null : date;
}

/** In local time with the zone, e.g. “15 Jan 2025, 11:30 CET”. What is no moment is shown as it came, nothing as “unknown”. */
export function formatTimestamp(text: string | null, locale = DATE_LOCALE, timeZone?: string): string {
  const date = parseTimestamp(text);
  if (!date) return text?.trim() && !text.startsWith('0001-') ? text : 'unknown';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(date);
}
