const paths = {
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  up: 'm6 15 6-6 6 6',
  down: 'm6 9 6 6 6-6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  atOnce: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  after: 'M6 4v10h13m-5-5 5 5-5 5',
  day: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4v4l3 2',
  unknown: 'M8 8a4 4 0 1 1 6 3.5c-1.5.8-2 1.5-2 3M12 19h.01',
  doubt: 'M12 4 3 20h18zm0 6v4m0 3h.01',
  refresh: 'M20 5v5h-5M20 10a8 8 0 1 0 0 5',
  add: 'M12 5v14M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  compact: 'M4 6h16M4 10h16M4 14h16M4 18h16',
};

export type IconName = keyof typeof paths;

/** One path each: a row has four of them, and a thousand rows are scrolled past. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const isDots = name === 'grip' || name === 'more';
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={isDots ? 3 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
