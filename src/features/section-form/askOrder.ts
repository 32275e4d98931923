import type { Resolver } from 'react-hook-form';
import { sessionStore } from '#/api/session/session';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { schemaResolver } from '#/forms/schemaResolver';
import { parseId } from '#/lib/ids';
import { pause } from '#/lib/pause';
import { type CourseStore, courseStore } from '#/features/course-changes/courseStore';
import { request } from '#/features/course-changes/dispatch';
import { sharingOrder, sharingText } from '#/features/sections/model/displayOrderText';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionSchema } from '#/features/sections/model/sectionSchema';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import type { OrderChoice, OrderQuestion } from './orderQuestion';

/** How long a save waits for the list that it is checked with: without the list nothing is asked. */
const LIST_PATIENCE_MS = 2000;

/** The changes of a course, for whoever is signed in. */
export function storeOf({ client }: OrderQuestion, courseId: number): CourseStore {
  const session = sessionStore.getSnapshot();
  return courseStore(client, 'username' in session ? session.username : '', courseId);
}

/** What was chosen for this number, null for nothing yet. */
export function choiceFor(question: OrderQuestion, courseId: number, order: number): OrderChoice | null {
  const { choice } = question.getSnapshot();
  return choice?.courseId === courseId && choice.order === order ? choice : null;
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
  return async (values, ...rest) => {
    const result = await check(values, ...rest);
    if ('displayOrder' in result.errors) return result;
    const message = await openQuestion(values, record, question);
    if (message === null) return result;
    return { values: {}, errors: { ...result.errors, displayOrder: { type: 'taken', message } } };
  };
}

async function openQuestion(
  values: SectionFormValues,
  record: SectionRecord | null,
  question: OrderQuestion,
): Promise<string | null> {
  const courseId = parseId(values.courseId);
  const order = numberOf(values.displayOrder, orderRange);
  if (courseId === null || order === null || order === record?.DisplayOrder) return null;
  if (choiceFor(question, courseId, order)) return null;
  const sharing = sharingOrder(await rowsOf(question, courseId), order, record?.Id);
  if (sharing.length === 0) return null;
  return `${sharingText(sharing, order)} Choose “Make room” or “Use it anyway”`;
}

/** The rows as they were last read; none where they can't be read: then it is not known whether the number is taken. */
async function rowsOf({ client }: OrderQuestion, courseId: number): Promise<readonly SectionListRow[]> {
  const query = courseSectionsQuery(courseId);
  if (client.getQueryState(query.queryKey)?.status === 'error') return [];
  const rows = client.ensureQueryData(query).catch(() => []);
  return Promise.race([rows, pause(LIST_PATIENCE_MS).then(() => [])]);
}

/** After a save: the others give way, if that was chosen. It goes on by itself, also on another page. */
export function beginRoom(
  question: OrderQuestion,
  { courseId, displayOrder }: SectionFormValues,
  section: { readonly Id: number; readonly Title: string | null },
): void {
  const course = parseId(courseId);
  const number = numberOf(displayOrder, orderRange);
  const choice = course !== null && number !== null ? choiceFor(question, course, number) : null;
  if (choice?.what !== 'room') return;
  question.set({ choice: null, begunIn: choice.courseId });
  const newcomer = { id: section.Id, title: sectionTitle(section) };
  void request(storeOf(question, choice.courseId), `Make room for “${newcomer.title}”`, {
    kind: 'makeRoom',
    newcomer,
    number: choice.order,
    writes: choice.writes,
  });
}
