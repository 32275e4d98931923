import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = /:root \{([^}]*)\}/.exec(readFileSync('src/styles/tokens.css', 'utf8'))?.[1] ?? '';
const pairs = [...root.matchAll(/--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\);/g)];

/** Relative luminance (WCAG 2) of `lightness chroma hue` in OKLCH, by the matrices of CSS Color 4. */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((one) => Math.min(1, Math.max(0, one)));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

const contrast = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const grounds = ['paper', 'surface'];
const tones = ['accent', 'danger', 'warning', 'success'];
const inkOf = (tone: string) => (tone === 'accent' ? tone : `${tone}-ink`);
const promised: readonly (readonly [least: number, inks: readonly string[], grounds: readonly string[]])[] = [
  [4.5, ['ink', 'ink-soft'], [...grounds, 'sunken', ...tones.map((tone) => `${tone}-wash`)]],
  [4.5, [...tones.map(inkOf), 'accent-strong', 'danger-strong'], grounds],
  ...tones.map((tone) => [4.5, [inkOf(tone)], [`${tone}-wash`]] as const),
  [4.5, ['on-accent'], ['accent', 'accent-strong']],
  [3, ['line-strong', 'focus', 'accent'], [...grounds, 'accent-wash']],
];

describe.each([
  ['light', 2],
  ['dark', 3],
] as const)('in %s, colours', (_theme, group) => {
  it('stand out from their grounds as much as WCAG asks for', () => {
    const colours = new Map(pairs.map((pair) => [pair[1], luminance(pair[group] ?? '')]));
    const of = (name: string) => colours.get(name) ?? Number.NaN;
    const all = promised.flatMap(([least, inks, below]) =>
      inks.flatMap((ink) =>
        below.map((ground) => ({ ink, ground, least, is: contrast(of(ink), of(ground)) })),
      ),
    );
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ is, least }) => !(is >= least))).toEqual([]);
  });
});

it('of black and white is 21', () => {
  expect(contrast(luminance('1 0 0'), luminance('0 0 0'))).toBeCloseTo(21, 3);
});
