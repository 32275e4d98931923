import { indexAt, type Offsets } from './rowGeometry';

/**
 * The line between two rows that a height is near: 0 is above the first row, and n below the n-th.
 * @param y in px from the top of the list; beyond an end it is near that end's line
 * @param reach how far from a line is near it, in px
 */
export function lineAt(offsets: Offsets, y: number, reach: number): number | null {
  const index = indexAt(offsets, y);
  const above = Math.abs(y - (offsets[index] ?? 0));
  const below = Math.abs(y - (offsets[index + 1] ?? 0));
  if (Math.min(above, below) > reach) return null;
  return above < below ? index : index + 1;
}
