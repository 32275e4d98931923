const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/**
 * How long ago something was, in words: “5 minutes ago”. Less than a minute is “just now”, and so is what a wrong clock
 * puts into the future.
 * @param ms since then
 */
export function ageText(ms: number, locale = 'en'): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  for (const [unit, size] of units) {
    if (ms >= size) return format.format(-Math.floor(ms / size), unit);
  }
  return 'just now';
}
