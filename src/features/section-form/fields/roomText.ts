import type { SectionListRow } from '#/api/sections/sections';
import { counted } from '#/lib/format';
import type { RoomPlan } from '#/features/course-changes/plan/roomPlan';
import { placeText } from '#/features/sections/model/displayOrderText';

/** “Between “A” and “B”. Changes 2 other sections.”; '' where nothing is planned. @param others those that are planned for */
export function roomText(others: readonly SectionListRow[], room: RoomPlan): string {
  if (room.status === 'refused') return '';
  const rowOf = (id: number | undefined) => others.find(({ Id }) => Id === id);
  const place = placeText(rowOf(room.before.at(-1)), rowOf(room.after[0]));
  const count = room.writes.length;
  return count === 0 ? place : `${place} Changes ${counted(count, 'other section')}.`;
}
