import { ApiError } from '#/api/http/errors';
import { createSection } from '#/api/sections/sectionWrites';
import { getSections, listSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import { pause } from '#/lib/pause';
import { planInsertAfter } from '#/features/course-changes/plan/orderPlan';
import type { Job, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import type { StepCalls } from '#/features/course-changes/job/updateStep';
import { createFrom } from '#/features/saving/createSection';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import type { Target } from '#/features/course-changes/askedTypes';
import { announce, setState, type CourseStore, dismissJob } from '#/features/course-changes/courseStore';
import { readList } from './listCache';
import { runVisibly, rateLimiter } from './runVisibly';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { writeOrder } from './sendOrder';
import { bulkJob } from './rowCommands';

const deps = { createSection, listSections, getSections, wait: pause };

/** Makes a copy of each section right after it. A copy has no thumbnail: the service has no way to copy one. */
export async function duplicate(
  store: CourseStore,
  targets: readonly Target[],
  describe: string,
): Promise<void> {
  const ids = (await readList(store).catch(() => [])).map(({ Id }) => Id);
  await runDuplicates(store, { ...bulkJob(store, targets, {}, describe), ids, task: 'duplicate' });
}

export async function runDuplicates(store: CourseStore, job: Job): Promise<void> {
  const known = new Set([...(job.ids ?? []), ...job.steps.flatMap(madeBy)]);
  const { end, job: ended } = await runVisibly(store, job, async (step, calls) => {
    const outcome = await copyOne(store, known, step, calls);
    for (const id of madeBy({ outcome })) known.add(id);
    return outcome;
  });
  const made = ended.steps.map(madeBy).filter(({ length }) => length > 0);
  const twins = made.filter(({ length }) => length > 1);
  if (twins.length > 0) setState(store, { twins: [...store.state.getSnapshot().twins, ...twins] });
  if (end === 'completed') {
    await placeCopies(store, ended);
    const what =
      made.length === 1
        ? `“${copyTitle(ended.steps[0]?.describe ?? '')}” was created. The copy has`
        : `${made.length} copies were created. Copies have`;
    announce(store, `${what} no thumbnail.`);
  }
  // A single refusal stands at its row and leaves nothing to finish.
  if (end === 'failed' && ended.steps.length === 1 && ended.steps[0]?.outcome?.status === 'failed')
    dismissJob(store);
}

/** The copies that a step has made: one, or as many as the network made of it. */
function madeBy({ outcome }: Pick<JobStep, 'outcome'>): number[] {
  if (outcome?.status !== 'done' || outcome.createdId === null) return [];
  return [outcome.createdId, ...(outcome.twinIds ?? [])];
}

const copyTitle = (title: string) => `${title} (copy)`;

/** @param known the sections that are not this copy, whatever their titles are */
async function copyOne(
  store: CourseStore,
  known: ReadonlySet<number>,
  step: JobStep,
  calls: StepCalls,
): Promise<StepOutcome> {
  try {
    const record = await calls.getSection(step.id);
    const rows = await readList(store);
    // The page was closed, or the answer lost, in the middle of this one: the copy may be there.
    const isOurs = (row: SectionListRow) => !known.has(row.Id) && row.Title === copyTitle(record.Title ?? '');
    const found = step.outcome?.status === 'unknown' ? rows.filter(isOurs) : [];
    if (found.length > 0) return copied(store, found);
    const plan = planInsertAfter(
      storedOrders(rows),
      rows.map(({ Id }) => Id),
      step.id,
    );
    const displayOrder = plan.status === 'planned' ? plan.displayOrder : record.DisplayOrder;
    rateLimiter.note('write');
    calls.keep({ status: 'unknown', before: {}, error: null });
    const result = await createFrom(copyOf(record, displayOrder), deps, () => undefined);
    switch (result.outcome) {
      case 'created':
        return copied(store, [{ Id: result.id, UpdatedOn: result.record?.UpdatedOn ?? null }]);
      case 'createdTwice':
        return copied(store, result.records);
      case 'unknown':
        return { status: 'unknown', before: {}, error: result.error };
      case 'refused':
      case 'notSent':
      case 'notCreated':
        return { status: 'failed', error: result.error, before: null };
    }
  } catch (error) {
    if (error instanceof ApiError) return { status: 'failed', error, before: null };
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
function copyOf(record: SectionRecord, displayOrder: number | null): SectionCreatePayload {
  return {
    CourseId: record.CourseId,
    Title: copyTitle(record.Title ?? ''),
    SectionContents: record.SectionContents,
    Active: rawValue(record, 'Active'),
    DisplayOrder: displayOrder,
    UnlockType: rawValue(record, 'UnlockType'),
    UnlockAfterDays: rawValue(record, 'UnlockAfterDays'),
    NewImageUrl: null,
    ClearImageFile: false,
  };
}

/** Each copy right after its original, with a number of its own and as few writes as that takes. */
async function placeCopies(store: CourseStore, job: Job): Promise<void> {
  const rows = await readList(store);
  const copies = new Map(job.steps.map((step) => [step.id, madeBy(step)]));
  const made = new Set([...copies.values()].flat());
  const wanted = rows
    .map(({ Id }) => Id)
    .filter((id) => !made.has(id))
    .flatMap((id) => [id, ...(copies.get(id) ?? [])]);
  const describe = 'Put the copies in their places';
  await writeOrder(store, { rows, wanted, describe, announced: 0, concerned: [...made] });
}
