import type { OrderWrite, StoredOrder } from '#/features/course-changes/plan/orderPlan';
import { hasSameIds } from '#/features/course-changes/plan/idSets';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { int32 } from '#/lib/wholeNumber';

/**
 * Plans a wanted sequence for a server that keeps numbers of its own: the longest beginning of it that stands in this order
 * already is left alone, and all others go behind the last section, one after the other. That needs no number between two
 * others, and holds whether or not the server gives new numbers after each write.
 * @param stored in the order that members see
 * @returns null where it is no sequence of these sections, nothing has to be written, or no number is left
 */
export function planFromTheEnd(
  stored: readonly StoredOrder[],
  wanted: Sequence,
): readonly OrderWrite[] | null {
  const places = new Map(stored.map(({ id }, place) => [id, place]));
  if (!hasSameIds([...places.keys()], wanted)) return null;
  const placeOf = (id: number | undefined) => places.get(id ?? 0) ?? -1;
  const kept = wanted.findIndex((id, index) => index > 0 && placeOf(id) < placeOf(wanted[index - 1]));
  if (kept === -1) return null;
  const last = Math.max(...stored.map(({ displayOrder }) => displayOrder ?? 0));
  const moved = wanted.slice(kept);
  if (last + moved.length > int32.max) return null;
  const orders = new Map(stored.map(({ id, displayOrder }) => [id, displayOrder]));
  return moved.map((id, index) => ({ id, from: orders.get(id) ?? null, to: last + 1 + index }));
}
