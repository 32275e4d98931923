import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { getSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { isUnseen } from '#/api/sections/unlistedCreates';
import { counted } from '#/lib/format';
import { withCopies } from '#/features/course-changes/plan/copyPlan';
import { planOrder } from '#/features/course-changes/plan/orderPlan';
import type { Job, JobStep } from '#/features/course-changes/job/jobTypes';
import type { JobDeps } from '#/features/course-changes/job/runJob';
import { lostCopy } from '#/features/course-changes/job/job';
import type { Request } from '#/features/course-changes/askedTypes';
import {
  announce,
  announceDone,
  setState,
  type CourseStore,
  dismissJob,
} from '#/features/course-changes/courseStore';
import { copiesOf, copyOne, madeBy, placeOf } from './copyOne';
import { copyTitle } from './copyTitle';
import { runVisibly, rateLimiter, showOutcomes } from './runVisibly';
import { idsOf, storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { listOrGiveUp, writeOrder } from './sendOrder';
import { bulkJob } from './rowCommands';

/**
 * Makes a copy of each section, whose step says what it has of its own. A copy has no thumbnail: the service has no way to
 * copy one.
 * @param store of the course that the copies go into
 */
export async function duplicate(
  store: CourseStore,
  { targets, isInactive = false, goal }: Extract<Request, { kind: 'duplicate' }>,
  describe: string,
): Promise<void> {
  // What is there already tells an older copy of the same title from one whose answer is lost.
  const rows = await listOrGiveUp(store, 'Nothing was sent.', 'No copy was made');
  const job = bulkJob(store, targets, isInactive ? { Active: false } : {}, describe);
  const ids = rows?.map(({ Id }) => Id);
  if (ids) await runDuplicates(store, { ...job, ids, task: 'duplicate', ...(goal && { goal }) });
}

export async function runDuplicates(store: CourseStore, job: Job): Promise<void> {
  let current = job;
  const shortened: string[] = [];
  const records = new Map<number, SectionRecord>();
  const carryOut: JobDeps['carryOut'] = async (step, calls) => {
    const outcome = await copyOne(store, { job: current, shortened, records }, step, calls);
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
    const isTwin = twins.length > 0 && ended.goal?.across !== undefined;
    const { isListed, isPlaceGone, room } = await placeCopies(store, ended);
    const more = [
      isPlaceGone && (made.length === 1 ? ONE_AT_END : AT_END),
      isTwin && TWINS,
      !isListed && MISSING,
    ].filter((one) => one !== false);
    const said = madeText(ended, made.length, shortened);
    const text = more.length > 0 ? `${said.replace(/\.?$/, '.')} ${more.join(' ')}` : said;
    const asMade = twins.length === 0 && isListed ? await recordsOf(made.flat(), records) : null;
    if (asMade) announceDone(store, { kind: 'created', text, records: asMade, ...(room && { room }) });
    else announce(store, text);
    if (ended.goal?.across) markNew(store, made.flat());
    if (!store.isClosed && !isLeft(store)) store.jobs.remove(store.courseId);
  } else if (made.length > 0 && ended.steps.every(isSettled)) {
    await placeCopies(store, ended);
    if (!store.isClosed && !isLeft(store)) {
      store.jobs.save(ended);
      showOutcomes(store, { end, job: ended });
    }
  }
  // A single refusal stands at its row, if that is in this course, and leaves nothing to finish.
  const [first, ...others] = ended.steps;
  const hasRow = ended.goal?.across === undefined;
  if (
    hasRow &&
    end === 'failed' &&
    first?.outcome?.status === 'failed' &&
    others.length === 0 &&
    !lostCopy(first)
  )
    dismissJob(store);
}

/** In the course that they went into, a notice asks which one goes. */
const TWINS = 'The network made some of them twice: open the course to choose.';
const ONE_AT_END = 'It stands at the end: the section that it was to follow is gone.';
const AT_END = 'They stand at the end: the section that they were to follow is gone.';
const MISSING =
  'Nexudus does not list all that was created: it may have been deleted at once, or its list is late.';

function madeText({ steps: [first], goal }: Job, count: number, shortened: readonly string[]): string {
  const title = first?.describe ?? '';
  if (goal?.across)
    return `${count === 1 ? `“${title}”` : counted(count, 'section')} copied to “${goal.across.into}”`;
  const isCut = shortened.length > 0;
  if (count === 1) {
    const cut = isCut ? ' Its title was shortened to fit.' : '';
    return `“${shortened[0] ?? copyTitle(title).text}” was created. The copy has no thumbnail.${cut}`;
  }
  const cut = isCut ? ' Long titles were shortened to fit.' : '';
  return `${count} copies were created. Copies have no thumbnail.${cut}`;
}

/** Who opens the course that they went into finds them. */
function markNew(store: CourseStore, ids: readonly number[]): void {
  const marks = ids.map((id) => [id, { kind: 'new', by: null }] as const);
  setState(store, { remoteChanges: new Map([...store.state.getSnapshot().remoteChanges, ...marks]) });
}

/**
 * The new sections as they were made; null where one could not be read: what it was is not known then.
 * @param known read when they were made: by now others may have changed them
 */
async function recordsOf(
  ids: readonly number[],
  known: ReadonlyMap<number, SectionRecord>,
): Promise<readonly SectionRecord[] | null> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) rateLimiter.note('read');
  const answers = unknown.length > 0 ? await settle(getSections(unknown)) : new Map<number, SectionRecord>();
  if (answers instanceof ApiError) return null;
  const records = ids.flatMap((id) => {
    const one = known.get(id) ?? answers.get(id);
    return one === undefined || one instanceof ApiError ? [] : [one];
  });
  return records.length === ids.length && ids.length > 0 ? records : null;
}

/** Whether a change is left to be finished: the places of the copies, which then have the course's only job. */
const isLeft = ({ state }: CourseStore) => state.getSnapshot().activity?.phase === 'ended';

/** Whether there is nothing to find out of a step: no copy of it comes later by itself. */
const isSettled = (step: JobStep) =>
  step.outcome !== null && step.outcome.status !== 'unknown' && !lostCopy(step);

/**
 * Puts each copy in its place, now that the new ids are known, with as few writes as that takes.
 * @returns isListed: false when copies are missing in the server's list; where it could not be read, that is said already.
 *   isPlaceGone: they went to the end, since what they were to follow is gone. room: what was written for it; null for
 *   nothing
 */
async function placeCopies(
  store: CourseStore,
  job: Job,
): Promise<{ isListed: boolean; isPlaceGone: boolean; room: Job | null }> {
  const shown = await listOrGiveUp(store, 'The copies stand where they were made.');
  if (!shown) return { isListed: true, isPlaceGone: false, room: null };
  // Nothing is moved for a copy that may be gone again.
  const rows = shown.filter(({ Id }) => !isUnseen(Id));
  const { wanted, concerned } = placesOfCopies(job, rows);
  const room = await writeOrder(store, {
    rows,
    wanted,
    describe: 'Put the copies in their places',
    announced: 0,
    concerned,
  });
  const listed = new Set(rows.map(({ Id }) => Id));
  const place = placeOf(job);
  return {
    isListed: job.steps.flatMap(madeBy).every((id) => listed.has(id)),
    isPlaceGone: typeof place === 'number' && !listed.has(place),
    room,
  };
}

/** Whether each copy stands in its place, with a number of its own. */
export function arePlaced(job: Job, rows: readonly SectionListRow[]): boolean {
  const { wanted, concerned } = placesOfCopies(job, rows);
  const plan = planOrder(storedOrders(rows), wanted, concerned);
  return plan.status === 'planned' && plan.writes.length === 0;
}

/** Each copy in its place, with a number of its own. */
function placesOfCopies(job: Job, rows: readonly SectionListRow[]) {
  const copies = copiesOf(job, rows);
  return { wanted: withCopies(idsOf(rows), copies, placeOf(job)), concerned: [...copies.values()].flat() };
}
