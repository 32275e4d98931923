import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { refusedRoles } from '#/api/http/roleRefusals';
import type { EntityForm } from '#/forms/useEntityForm';
import { parseId } from '#/lib/ids';
import { permissionsOf } from '#/features/course-changes/permissions';
import { placeOf, type PlaceWish, planPlace } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { choose, storeOf } from './askOrder';
import { roomText } from './fields/roomText';
import type { OrderQuestion } from './orderQuestion';

/** The number that a place takes, with what there is to say of it; null: the place can't be had, and why. */
export interface TakenPlace {
  readonly number: string | null;
  readonly text: string;
}

const refused = (text: string): TakenPlace => ({ number: null, text });

/**
 * Chooses a place among the sections of a course, as in the box “Place”.
 * @param rows all that the course has
 * @param record null for a new section
 */
export function takePlace(
  question: OrderQuestion,
  courseId: number,
  rows: readonly SectionListRow[],
  record: SectionRecord | null,
  next: PlaceWish,
): TakenPlace {
  const others = rows.filter(({ Id }) => Id !== record?.Id);
  const stored = storedOrders(others);
  const own = record?.DisplayOrder ?? null;
  const isLast = next === stored.findLast(({ displayOrder }) => displayOrder !== null)?.id;
  // Where it stands already, also beside others with its number.
  if (own !== null && placeOf(stored, own, record?.Id) === (isLast ? 'end' : next))
    return { number: String(own), text: '' };
  const plan = planPlace(stored, next, { own });
  if (plan.status === 'refused') {
    const isGone = plan.reason === 'differentIds';
    return refused(
      isGone ? 'That section is gone.' : 'There are more sections than numbers for their order.',
    );
  }
  const { activity } = storeOf(question, courseId).state.getSnapshot();
  const { reorder } = permissionsOf(refusedRoles.getSnapshot(), activity?.phase === 'ended');
  if (plan.writes.length > 0 && reorder !== null)
    return refused(`Other sections would have to change for that place. ${reorder}`);
  const changed = plan.writes.map(({ id }) => id);
  const place = { wish: next, changed };
  choose(question, { courseId, order: plan.number, what: 'room', writes: changed.length, place });
  return { number: String(plan.number), text: roomText(others, plan) };
}

/**
 * Puts the number of the place that a new section was asked for into the form, once: the box “Place” does as soon as it
 * is there, and a save that comes earlier.
 * @returns null where there is no such place, or the number is somebody's own by now
 */
export function takeWish(form: EntityForm<SectionFormValues>, question: OrderQuestion): TakenPlace | null {
  const { wish, client } = question;
  const values = form.rhf.getValues();
  const courseId = parseId(values.courseId);
  if (wish === undefined || courseId === null) return null;
  const list = client.getQueryData(courseSectionsQuery(courseId).queryKey);
  if (!list?.isComplete) return null;
  // The title may be typed before the list is there.
  if (form.isDirty && values.displayOrder !== form.rhf.formState.defaultValues?.displayOrder) return null;
  const taken = takePlace(question, courseId, list.rows, null, wish);
  if (taken.number === null) return taken;
  question.wish = undefined;
  if (form.isDirty) form.rhf.setValue('displayOrder', taken.number);
  else {
    // A form that nobody touched stays one.
    const next = { ...values, displayOrder: taken.number };
    form.rebase(next, next);
  }
  return taken;
}
