import type { Answer } from './transport';

const MIN_SECONDS = 1;
const MAX_SECONDS = 120;

/**
 * How long a throttled call has to wait, in whole seconds from 1 to 120. Source: docs/api-contract.md 7.
 * @param waits how many times this call has waited already: without a hint the wait doubles (1, 2, 4…)
 */
export function retryAfterSeconds(
  { headers, text }: Pick<Answer, 'headers' | 'text'>,
  waits: number,
  now: number = Date.now(),
): number {
  const seconds =
    fromHeader(headers.get('Retry-After'), Date.parse(headers.get('Date') ?? '') || now) ??
    fromBody(text) ??
    2 ** waits;
  return Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Math.ceil(seconds)));
}

/** Seconds, or a date that is compared with the server's own clock where that can be read. */
function fromHeader(value: string | null, serverNow: number): number | null {
  if (value === null || value.trim() === '') return null;
  const number = Number(value);
  const seconds = Number.isNaN(number) ? (Date.parse(value) - serverNow) / 1000 : number;
  return Number.isNaN(seconds) ? null : seconds;
}

function fromBody(text: string): number | null {
  const found = /wait\s+(\d{1,6})\s*s/i.exec(text.slice(0, 1000));
  return found ? Number(found[1]) : null;
}
