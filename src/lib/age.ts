import { WORDS_LOCALE } from './format';

const age = new Intl.RelativeTimeFormat(WORDS_LOCALE, { numeric: 'always' });
const ageUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/**
 * How long ago something was, in words: “5 minutes ago”. Less than a minute is “just now”, and so is what a wrong clock
 * puts into the future.
 * @param ms since then
 */
export function ageText(ms: number): string {
  const unit = ageUnits.find(([, size]) => ms >= size);
  return unit ? age.format(-Math.floor(ms / unit[1]), unit[0]) : 'just now';
}
