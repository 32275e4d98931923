import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useFormValue } from '#/forms/useFormValue';
import type { SectionListRow } from '#/api/sections/sections';
import type { CourseHintProps } from './CourseHint';
import { planRoomAt } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { choiceFor } from '#/features/section-form/askOrder';
import type { OrderChoice } from '#/features/section-form/orderQuestion';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { displayOrderText, sectionBefore } from '#/features/sections/model/displayOrderText';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { inactiveBeforeText } from '#/features/sections/model/unlockRule';
import { roomText } from './roomText';

/** Says where the typed display order, or the chosen place, puts the section, and whether members may be held up there. */
export function OrderHint({ rhf, courseId, ownId, question, plain }: CourseHintProps) {
  const order = useFormValue(rhf, 'displayOrder');
  const unlockType = useFormValue(rhf, 'unlockType');
  const sections = useQuery(courseSectionsQuery(courseId));
  useSyncExternalStore(question?.subscribe ?? subscribeToNothing, () => question?.getSnapshot());
  if (sections.data?.isComplete === false)
    return `${plain} The list of the course changed while it was read: this can’t be placed among the others.`;
  if (sections.data) {
    const { rows } = sections.data;
    const number = numberOf(order, orderRange);
    const choice = question && number !== null ? choiceFor(question, courseId, number) : null;
    const placed = choice ? placedAt(rows, choice, ownId) : null;
    const before = placed ? placed.before : sectionBefore(rows, order, ownId);
    const doubt =
      unlockType === 'sequential' && before?.Active === false && inactiveBeforeText(sectionTitle(before));
    const words = placed?.words || displayOrderText(rows, order, ownId) || plain;
    return doubt ? `${words} ${doubt}` : words;
  }
  return sections.isError
    ? `${plain} The other sections of the course could not be read. Whether another one has this number is not known.`
    : plain;
}

/** What a chosen place means; null where none was chosen, and where it is gone. */
function placedAt(rows: readonly SectionListRow[], { order, place }: OrderChoice, ownId: number | undefined) {
  if (!place) return null;
  const others = rows.filter(({ Id }) => Id !== ownId);
  const room = planRoomAt(storedOrders(others), order, place.wish);
  if (room.status === 'refused') return null;
  return { words: roomText(others, room), before: others.find(({ Id }) => Id === room.before.at(-1)) };
}

const subscribeToNothing = () => () => undefined;
