import type { SectionListRow } from '#/api/sections/sections';
import { counted } from '#/lib/format';
import { planCopies } from '#/features/course-changes/plan/copyPlan';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { placeText } from '#/features/sections/model/displayOrderText';
import { unlockChoices } from '#/features/sections/model/sectionFormValues';
import type { SectionView } from '#/features/section-list/sectionView';

type Original = Pick<SectionView, 'id' | 'unlockType'>;

/**
 * Where copies will stand, and how many other sections change for it: “Between “A” and “B”. Changes 1 other section.”
 * @param rows of the course that they go into, in its order
 * @param place left out: each right after its original
 */
export function copyPlaceText(
  rows: readonly SectionListRow[],
  originals: readonly Original[],
  place: PlaceWish | undefined,
): string {
  const plan = planCopies(storedOrders(rows), new Map(originals.map(({ id }) => [id, []])), place);
  const at = indexOf(rows, place);
  const words = [
    at === null ? 'Each right after its original.' : placeText(rows[at - 1], rows[at]),
    plan && plan.others > 0 && `Changes ${counted(plan.others, 'other section')}.`,
    at === 0 && unlockChoices[originals[0]?.unlockType ?? 0] === 'sequential' && FIRST,
  ];
  return words.filter(Boolean).join(' ');
}

const FIRST = 'It opens after the section before it: as the first one it has none.';

/** null: each copy has a place of its own. */
function indexOf(rows: readonly SectionListRow[], place: PlaceWish | undefined): number | null {
  if (place === undefined) return null;
  if (place === 'start') return 0;
  return place === 'end' ? rows.length : rows.findIndex(({ Id }) => Id === place) + 1;
}
