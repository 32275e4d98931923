import type { Resolver } from 'react-hook-form';
import { sessionStore } from '#/api/session/session';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { schemaResolver } from '#/forms/schemaResolver';
import { parseId } from '#/lib/ids';
import { pause } from '#/lib/pause';
import { announce, type CourseStore, courseStore } from '#/features/course-changes/courseStore';
import { request } from '#/features/course-changes/dispatch';
import { planRoomAt } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { sharingOrder, sharingText } from '#/features/sections/model/displayOrderText';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionSchema } from '#/features/sections/model/sectionSchema';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import type { OrderChoice, OrderQuestion } from './orderQuestion';

/** How long a save waits for the list that it is checked with; then the list that is known has to do. */
const LIST_PATIENCE_MS = 2000;

/** The changes of a course, for whoever is signed in. */
export function storeOf({ client }: OrderQuestion, courseId: number): CourseStore {
  const session = sessionStore.getSnapshot();
  return courseStore(client, 'username' in session ? session.username : '', courseId);
}

/** What was chosen for this number, null for nothing yet. */
export function choiceFor(question: OrderQuestion, courseId: number, order: number): OrderChoice | null {
  const { choices } = question.getSnapshot();
  return choices.find((choice) => choice.courseId === courseId && choice.order === order) ?? null;
}

/** What was chosen for the number that these values have. */
function choiceIn(
  question: OrderQuestion,
  { courseId, displayOrder }: SectionFormValues,
): OrderChoice | null {
  const course = parseId(courseId);
  const order = numberOf(displayOrder, orderRange);
  return course !== null && order !== null ? choiceFor(question, course, order) : null;
}

/** Instead of what was chosen for this number before. */
export function choose(question: OrderQuestion, choice: OrderChoice): void {
  const before = choiceFor(question, choice.courseId, choice.order);
  const { choices, begunIn } = question.getSnapshot();
  question.set({ begunIn, choices: [...choices.filter((other) => other !== before), choice] });
}

function forgetChoice(question: OrderQuestion, choice: OrderChoice): void {
  const { choices, begunIn } = question.getSnapshot();
  question.set({ begunIn, choices: choices.filter((other) => other !== choice) });
}

/**
 * The check of the form, and then whether its number is taken: as long as nothing was chosen, that is an error at the
 * field. A number that is as stored is not asked about, whoever else has it.
 * @param question null: nothing is asked
 */
export function resolverOf(
  record: SectionRecord | null,
  question: OrderQuestion | null,
): Resolver<SectionFormValues> {
  const check = schemaResolver(sectionSchema(record));
  if (!question) return check;
  return async (values, context, options) => {
    const result = await check(values, context, options);
    if ('displayOrder' in result.errors) return result;
    // Before a save everything is checked. On a change it is what changed and what is wrong, which “Active” never is.
    const isSave = options.names?.includes('active') ?? true;
    const message = await openQuestion(values, record, question, isSave);
    if (message === null) return result;
    return { values: {}, errors: { ...result.errors, displayOrder: { type: 'taken', message } } };
  };
}

async function openQuestion(
  values: SectionFormValues,
  record: SectionRecord | null,
  question: OrderQuestion,
  isSave: boolean,
): Promise<string | null> {
  const courseId = parseId(values.courseId);
  const order = numberOf(values.displayOrder, orderRange);
  if (courseId === null || order === null || order === record?.DisplayOrder) return null;
  const choice = choiceFor(question, courseId, order);
  if (choice && !(choice.place && isSave)) return null;
  const rows = await rowsOf(question, courseId, isSave);
  const others = rows.filter(({ Id }) => Id !== record?.Id);
  if (choice && (rows.length === 0 || isAsTold(choice, others))) return null;
  // What the person was told is not so any more: the number is asked about like one that was typed.
  if (choice) forgetChoice(question, choice);
  const sharing = sharingOrder(others, order);
  const isMoved = choice ? `${MOVED_TEXT} ` : '';
  if (sharing.length > 0)
    return `${isMoved}${sharingText(sharing, order)} Choose “Make room” or “Use it anyway”`;
  return choice ? `${isMoved}Choose the place again, or save once more` : null;
}

const MOVED_TEXT = 'The order of the sections has changed since you chose the place.';

/** Whether no others have to give way to the place that was chosen than the person was told of. */
function isAsTold({ order, place }: OrderChoice, others: readonly SectionListRow[]): boolean {
  const room = planRoomAt(storedOrders(others), order, place?.wish ?? 'end');
  return room.status === 'planned' && room.writes.every(({ id }) => place?.changed.includes(id));
}

/**
 * The rows as they are stored now, or as they were last read where that takes too long or fails; none where they were
 * never read: then it is not known whether the number is taken.
 * @param isFresh false: those that were read last will do
 */
async function rowsOf(
  { client }: OrderQuestion,
  courseId: number,
  isFresh: boolean,
): Promise<readonly SectionListRow[]> {
  const query = courseSectionsQuery(courseId);
  const known = () => client.getQueryData(query.queryKey)?.rows ?? [];
  if (client.getQueryState(query.queryKey)?.status === 'error' && known().length === 0) return [];
  const list = isFresh ? client.fetchQuery({ ...query, staleTime: 0 }) : client.ensureQueryData(query);
  return Promise.race([list.then(({ rows }) => rows, known), pause(LIST_PATIENCE_MS).then(known)]);
}

interface Stored {
  /** What was sent. */
  readonly values: SectionFormValues;
  /** The record that it was saved over; left out: a new section. */
  readonly over?: SectionRecord;
  /** What the form holds by now; left out: nothing that is still to be saved. */
  readonly now?: SectionFormValues;
}

/**
 * After a section was stored: the others give way, if that was chosen; it goes on by itself, also on another page. What
 * was chosen counts for this one save; for another number, that the form holds by now, it is still to be saved.
 */
export function settleOrder(
  question: OrderQuestion,
  { values, over, now = values }: Stored,
  section: { readonly Id: number; readonly Title: string | null },
): void {
  const chosen = choiceIn(question, values);
  const next = choiceIn(question, now);
  // A number that it had before is nobody's business here.
  const isRoom = chosen?.what === 'room' && chosen.order !== over?.DisplayOrder;
  // A place in a gap takes nothing from anybody.
  const room = isRoom && !(chosen.place && chosen.writes === 0) ? chosen : null;
  const courseId = room?.courseId ?? question.getSnapshot().begunIn;
  question.set({ choices: next && next !== chosen ? [next] : [], begunIn: courseId });
  // What was said of an earlier save is over.
  if (courseId !== null) announce(storeOf(question, courseId), '');
  if (!room) return;
  const newcomer = { id: section.Id, title: sectionTitle(section) };
  void request(storeOf(question, room.courseId), `Make room for “${newcomer.title}”`, {
    kind: 'makeRoom',
    newcomer,
    number: room.order,
    writes: room.writes,
    ...(room.place && { place: room.place.wish }),
  });
}
