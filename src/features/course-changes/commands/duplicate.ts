import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { createSection } from '#/api/sections/sectionWrites';
import { getSections, listSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import { isUnseen } from '#/api/sections/unlistedCreates';
import { pause } from '#/lib/pause';
import { planInsertAfter, planOrder } from '#/features/course-changes/plan/orderPlan';
import type { Job, JobStep, SentCopy, StepOutcome } from '#/features/course-changes/job/jobTypes';
import type { JobDeps } from '#/features/course-changes/job/runJob';
import { lostCopy } from '#/features/course-changes/job/job';
import type { StepCalls } from '#/features/course-changes/job/updateStep';
import { isElsewhere } from '#/features/sections/model/otherCourse';
import { isSentSection } from '#/features/saving/compareStored';
import { createFrom } from '#/features/saving/createSection';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import type { Request } from '#/features/course-changes/askedTypes';
import {
  announce,
  announceDone,
  setState,
  type CourseStore,
  dismissJob,
} from '#/features/course-changes/courseStore';
import { copyTitle, isCopyTitle, mayBeTooLong } from './copyTitle';
import { readList } from './listCache';
import { runVisibly, rateLimiter, showOutcomes } from './runVisibly';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { listOrGiveUp, writeOrder } from './sendOrder';
import { bulkJob } from './rowCommands';

const deps = { createSection, listSections, getSections, wait: pause };

/** Makes a copy of each section right after it, whose step says what it has of its own. A copy has no thumbnail: the service has no way to copy one. */
export async function duplicate(
  store: CourseStore,
  { targets, isInactive = false }: Extract<Request, { kind: 'duplicate' }>,
  describe: string,
): Promise<void> {
  // What is there already tells an older copy of the same title from one whose answer is lost.
  const rows = await listOrGiveUp(store, 'Nothing was sent.', 'No copy was made');
  const job = bulkJob(store, targets, isInactive ? { Active: false } : {}, describe);
  if (rows) await runDuplicates(store, { ...job, ids: rows.map(({ Id }) => Id), task: 'duplicate' });
}

export async function runDuplicates(store: CourseStore, job: Job): Promise<void> {
  let current = job;
  const shortened: string[] = [];
  const carryOut: JobDeps['carryOut'] = async (step, calls) => {
    const outcome = await copyOne(store, { job: current, shortened }, step, calls);
    current = {
      ...current,
      steps: current.steps.map((one) => (one.id === step.id ? { ...one, outcome } : one)),
    };
    return outcome;
  };
  const { end, job: ended } = await runVisibly(store, job, { carryOut });
  const made = ended.steps.map(madeBy).filter(({ length }) => length > 0);
  const twins = made.filter(({ length }) => length > 1);
  if (twins.length > 0) setState(store, { twins: [...store.state.getSnapshot().twins, ...twins] });
  if (end === 'completed') {
    const isListed = await placeCopies(store, ended);
    const what =
      made.length === 1
        ? `“${shortened[0] ?? copyTitle(ended.steps[0]?.describe ?? '').text}” was created. The copy has`
        : `${made.length} copies were created. Copies have`;
    const cut =
      made.length === 1 ? ' Its title was shortened to fit.' : ' Long titles were shortened to fit.';
    const missing =
      ' Nexudus does not list all that was created: it may have been deleted at once, or its list is late.';
    const text = `${what} no thumbnail.${shortened.length > 0 ? cut : ''}${isListed ? '' : missing}`;
    const records = twins.length === 0 && isListed ? await recordsOf(made.flat()) : null;
    if (records) announceDone(store, { kind: 'created', text, records });
    else announce(store, text);
    if (!store.isClosed && !isLeft(store)) store.jobs.remove(store.courseId);
  } else if (made.length > 0 && ended.steps.every(isSettled)) {
    await placeCopies(store, ended);
    if (!store.isClosed && !isLeft(store)) {
      store.jobs.save(ended);
      showOutcomes(store, { end, job: ended });
    }
  }
  // A single refusal stands at its row and leaves nothing to finish.
  const [first, ...others] = ended.steps;
  if (end === 'failed' && first?.outcome?.status === 'failed' && others.length === 0 && !lostCopy(first))
    dismissJob(store);
}

/** The new sections as they are stored; null where one could not be read: what it was is not known then. */
async function recordsOf(ids: readonly number[]): Promise<readonly SectionRecord[] | null> {
  rateLimiter.note('read');
  const answers = await settle(getSections(ids));
  if (answers instanceof ApiError) return null;
  const records = [...answers.values()].filter((one): one is SectionRecord => !(one instanceof ApiError));
  return records.length === ids.length && ids.length > 0 ? records : null;
}

/** Whether a change is left to be finished: the places of the copies, which then have the course's only job. */
const isLeft = ({ state }: CourseStore) => state.getSnapshot().activity?.phase === 'ended';

/** Whether there is nothing to find out of a step: no copy of it comes later by itself. */
const isSettled = (step: JobStep) =>
  step.outcome !== null && step.outcome.status !== 'unknown' && !lostCopy(step);

/** The copies that a step has made: one, or as many as the network made of it. */
function madeBy({ outcome }: Pick<JobStep, 'outcome'>): number[] {
  if (outcome?.status !== 'done' || outcome.createdId === null) return [];
  return [outcome.createdId, ...(outcome.twinIds ?? [])];
}

interface Making {
  /** With what it has made so far. */
  readonly job: Job;
  /** The titles that had to be shortened. */
  readonly shortened: string[];
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
    : fresh.filter((row) => isCopyTitle(row.Title, step.describe));
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

async function copyOne(
  store: CourseStore,
  { job, shortened }: Making,
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
    if (isElsewhere(record, store.courseId)) return { status: 'otherCourse', course: record.CourseTitle };
    const original = record.Title ?? '';
    const rows = await readList(store);
    const plan = planInsertAfter(
      storedOrders(rows),
      rows.map(({ Id }) => Id),
      step.id,
    );
    const displayOrder = plan.status === 'planned' ? plan.displayOrder : record.DisplayOrder;
    let copy = earlier;
    const send = (text: string) => {
      rateLimiter.note('write');
      return createFrom({ ...copyOf(record, text, displayOrder), ...step.set }, deps, (_, sending) => {
        if (!sending || !('idsBefore' in sending)) return;
        // Of two that were sent, either may be the one that arrives.
        copy = { sent: sending.sent, idsBefore: (earlier ?? sending).idsBefore };
        calls.keep({ status: 'unknown', before: {}, error: null, copy });
      });
    };
    let title = copyTitle(original);
    let result = await send(title.text);
    // How long a title may be is unknown (docs/api-contract.md): that of the original is known to be accepted.
    if (result.outcome === 'refused' && isAboutTitle(result.error) && mayBeTooLong(original)) {
      title = copyTitle(original, original.length);
      result = await send(title.text);
    }
    if (title.isShortened) shortened.push(title.text);
    switch (result.outcome) {
      case 'created':
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

/** The record's fields exactly as they are stored (docs/api-contract.md 4), but for the title, the place and the image. */
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

const isTitle = (name: string | null) => name?.trim().toLowerCase() === 'title';

/** Whether a refusal concerns the title: then a shorter one may be accepted. */
function isAboutTitle({ fieldErrors, serverMessage }: ApiError): boolean {
  if (fieldErrors.length > 0) return fieldErrors.some(({ propertyName }) => isTitle(propertyName));
  return isTitle(serverMessage?.split(':')[0] ?? null);
}

/**
 * Puts each copy right after its original, now that the new ids are known, with as few writes as that takes.
 * @returns false when copies are missing in the server's list; where it could not be read, that is said already
 */
async function placeCopies(store: CourseStore, job: Job): Promise<boolean> {
  const shown = await listOrGiveUp(store, 'The copies stand where they were made.');
  if (!shown) return true;
  // Nothing is moved for a copy that may be gone again.
  const rows = shown.filter(({ Id }) => !isUnseen(Id));
  const { wanted, concerned } = placesOfCopies(job, rows);
  await writeOrder(store, {
    rows,
    wanted,
    describe: 'Put the copies in their places',
    announced: 0,
    concerned,
  });
  const listed = new Set(rows.map(({ Id }) => Id));
  return job.steps.flatMap(madeBy).every((id) => listed.has(id));
}

/** Whether each copy stands right after its original, with a number of its own. */
export function arePlaced(job: Job, rows: readonly SectionListRow[]): boolean {
  const { wanted, concerned } = placesOfCopies(job, rows);
  const plan = planOrder(storedOrders(rows), wanted, concerned);
  return plan.status === 'planned' && plan.writes.length === 0;
}

/** Each copy right after its original, with a number of its own. A copy whose original is gone stays where it is. */
function placesOfCopies(job: Job, rows: readonly SectionListRow[]) {
  const ids = rows.map(({ Id }) => Id);
  const listed = new Set(ids);
  const copies = new Map(
    job.steps
      .filter(({ id }) => listed.has(id))
      .map((step) => [step.id, madeBy(step).filter((id) => listed.has(id))]),
  );
  const made = new Set([...copies.values()].flat());
  const wanted = ids.filter((id) => !made.has(id)).flatMap((id) => [id, ...(copies.get(id) ?? [])]);
  return { wanted, concerned: [...made] };
}
