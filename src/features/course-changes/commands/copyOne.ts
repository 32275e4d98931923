import { ApiError } from '#/api/http/errors';
import { createSection } from '#/api/sections/sectionWrites';
import { getSections, listSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import { int32 } from '#/lib/wholeNumber';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';
import { pause } from '#/lib/pause';
import { type CopiesOf, planCopies } from '#/features/course-changes/plan/copyPlan';
import type { Job, JobStep, SentCopy, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { lostCopy } from '#/features/course-changes/job/job';
import type { StepCalls } from '#/features/course-changes/job/updateStep';
import { isElsewhere } from '#/features/sections/model/otherCourse';
import { isSentSection } from '#/features/saving/compareStored';
import { createFrom } from '#/features/saving/createSection';
import type { CreateResult } from '#/features/saving/types';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import { type CourseStore } from '#/features/course-changes/courseStore';
import { copyTitle, isCopyTitle, mayBeTooLong } from './copyTitle';
import { readList } from './listCache';
import { rateLimiter } from './runVisibly';
import { idsOf, storedOrders } from '#/features/course-changes/plan/plannedWrites';

const deps = { createSection, listSections, getSections, wait: pause };

/** The copies that a step has made: one, or as many as the network made of it. */
export function madeBy({ outcome }: Pick<JobStep, 'outcome'>): number[] {
  if (outcome?.status !== 'done' || outcome.createdId === null) return [];
  return [outcome.createdId, ...(outcome.twinIds ?? [])];
}

/** What each step has made, as far as the list has it. */
export function copiesOf({ steps }: Job, rows: readonly SectionListRow[]): CopiesOf {
  const listed = new Set(idsOf(rows));
  return new Map(steps.map((step) => [step.id, madeBy(step).filter((id) => listed.has(id))]));
}

/** See `withCopies`. */
export const placeOf = ({ goal }: Job) => goal?.place ?? (goal?.across ? 'end' : undefined);

interface Making {
  /** With what it has made so far. */
  readonly job: Job;
  /** The titles that had to be shortened. */
  readonly shortened: string[];
  /** As they were read right after they were made, by Id. */
  readonly records: Map<number, SectionRecord>;
}

/**
 * The copies of a section that are there although their answer was lost; null for none.
 * @throws ApiError when it can't be told whether a new section is one
 */
export async function findCopies(
  store: CourseStore,
  job: Job,
  step: JobStep,
  rows: readonly SectionListRow[],
): Promise<StepOutcome | null> {
  const copy = lostCopy(step);
  const known = new Set([...(copy?.idsBefore ?? []), ...(job.ids ?? []), ...job.steps.flatMap(madeBy)]);
  const fresh = rows.filter(({ Id }) => !known.has(Id));
  const found = copy
    ? await sentAmong(copy, fresh)
    : fresh.filter(({ Title }) =>
        job.goal?.across ? Title === step.describe : isCopyTitle(Title, step.describe),
      );
  return found.length > 0 ? copied(store, found) : null;
}

/** Its number says nothing: the server, or a change of the order, may have given it another one. */
async function sentAmong(
  { sent }: SentCopy,
  fresh: readonly SectionListRow[],
): Promise<readonly SectionRecord[]> {
  if (fresh.length === 0) return [];
  const answers = [...(await getSections(fresh.map(({ Id }) => Id))).values()];
  return answers.filter((record): record is SectionRecord => {
    if (!(record instanceof ApiError))
      return isSentSection({ ...sent, DisplayOrder: rawValue(record, 'DisplayOrder') }, record);
    if (record.kind === 'notFound') return false;
    throw record;
  });
}

/** Makes the copy of one step, unless it is there already. */
export async function copyOne(
  store: CourseStore,
  { job, shortened, records }: Making,
  step: JobStep,
  calls: StepCalls,
): Promise<StepOutcome> {
  // Of a try before this one.
  const earlier = lostCopy(step);
  const failed = (error: ApiError): StepOutcome => ({
    status: 'failed',
    error,
    before: null,
    ...(earlier && { copy: earlier }),
  });
  try {
    // The page was closed, or the answer lost, in the middle of this one: the copy may be there, whatever became of its original.
    const mayBeThere = earlier !== undefined || step.outcome?.status === 'unknown';
    const found = mayBeThere && (await findCopies(store, job, step, await readList(store)));
    if (found) return found;
    const record = await calls.getSection(step.id);
    const across = job.goal?.across;
    if (isElsewhere(record, across?.from ?? store.courseId))
      return { status: 'otherCourse', course: record.CourseTitle };
    const original = record.Title ?? '';
    const rows = await readList(store);
    const numberWithin = (range: NumberRange) =>
      planCopies(storedOrders(rows), copiesOf(job, rows), placeOf(job), range)?.numbers.get(step.id);
    let displayOrder = numberWithin(int32) ?? record.DisplayOrder;
    const courseId = across ? store.courseId : record.CourseId;
    let copy = earlier;
    const send = (text: string) => {
      rateLimiter.note('write');
      return createFrom(
        { ...copyOf(record, text, displayOrder), CourseId: courseId, ...step.set },
        deps,
        (_, sending) => {
          if (!sending || !('idsBefore' in sending)) return;
          // Of two that were sent, either may be the one that arrives.
          copy = { sent: sending.sent, idsBefore: (earlier ?? sending).idsBefore };
          calls.keep({ status: 'unknown', before: {}, error: null, copy });
        },
      );
    };
    let title = across ? { text: original, isShortened: false } : copyTitle(original);
    let result = await send(title.text);
    // Whether the service takes negative numbers is unknown (docs/api-contract.md 4).
    if (isRefused(result) && displayOrder !== null && displayOrder < 0) {
      displayOrder = numberWithin({ ...int32, min: 0 }) ?? displayOrder;
      result = await send(title.text);
    }
    // How long a title may be is unknown (docs/api-contract.md): that of the original is known to be accepted.
    if (!across && result.outcome === 'refused' && isAboutTitle(result.error) && mayBeTooLong(original)) {
      title = copyTitle(original, original.length);
      result = await send(title.text);
    }
    if (title.isShortened) shortened.push(title.text);
    switch (result.outcome) {
      case 'created':
        if (result.record) records.set(result.id, result.record);
        return copied(store, [{ Id: result.id, UpdatedOn: result.record?.UpdatedOn ?? null }]);
      case 'createdTwice':
        return copied(store, result.records);
      case 'unknown':
        return { status: 'unknown', before: {}, error: result.error, ...(copy && { copy }) };
      case 'notCreated':
        return { status: 'failed', error: result.error, before: null, ...(copy && { copy }) };
      case 'refused':
      case 'notSent':
        return failed(result.error);
    }
  } catch (error) {
    if (error instanceof ApiError) return failed(error);
    throw error;
  }
}

function copied(store: CourseStore, made: readonly Pick<SectionListRow, 'Id' | 'UpdatedOn'>[]): StepOutcome {
  // Our own copies are no news from others.
  for (const { Id, UpdatedOn } of made) store.knownVersions.set(Id, UpdatedOn);
  const [createdId = null, ...twinIds] = made.map(({ Id }) => Id);
  return { status: 'done', createdId, ...(twinIds.length > 0 && { twinIds }) };
}

/** The record's fields exactly as they are stored (docs/api-contract.md 4), but for the title, the place, the course and the image. */
function copyOf(record: SectionRecord, title: string, displayOrder: number | null): SectionCreatePayload {
  return {
    CourseId: record.CourseId,
    Title: title,
    SectionContents: record.SectionContents,
    Active: rawValue(record, 'Active'),
    DisplayOrder: displayOrder,
    UnlockType: rawValue(record, 'UnlockType'),
    UnlockAfterDays: rawValue(record, 'UnlockAfterDays'),
    NewImageUrl: null,
    ClearImageFile: false,
  };
}

/** For what was sent: want of a role refuses anything. */
const isRefused = (result: CreateResult) => result.outcome === 'refused' && result.error.kind === 'refused';

const isTitle = (name: string | null) => name?.trim().toLowerCase() === 'title';

/** Whether a refusal concerns the title: then a shorter one may be accepted. */
function isAboutTitle({ fieldErrors, serverMessage }: ApiError): boolean {
  if (fieldErrors.length > 0) return fieldErrors.some(({ propertyName }) => isTitle(propertyName));
  return isTitle(serverMessage?.split(':')[0] ?? null);
}
