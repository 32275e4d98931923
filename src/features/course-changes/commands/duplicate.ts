import { ApiError } from '#/api/http/errors';
import { createSection } from '#/api/sections/sectionWrites';
import { getSections, listSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionPayload, SectionRecord } from '#/api/sections/sections';
import { pause } from '#/lib/pause';
import { planInsertAfter } from '#/features/course-changes/plan/orderPlan';
import type { Run, RunStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import type { StepCalls } from '#/features/course-changes/job/updateStep';
import { createFrom } from '#/features/saving/createSection';
import { stored } from '#/features/sections/model/sectionFormValues';
import { dismiss } from '#/features/course-changes/dispatch';
import { say, setRow, update, type Work } from '#/features/course-changes/courseStore';
import { readList } from './listCache';
import { drive, pace } from './runVisibly';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { isBlocked, writeOrder } from './sendOrder';
import { bulkRun, type Target } from './rowCommands';
import { inTurn } from './courseLock';

const deps = { createSection, listSections, getSections, wait: pause };

/** Makes a copy of each section right after it. A copy has no thumbnail: the service has no way to copy one. */
export async function duplicate(work: Work, targets: readonly Target[], describe: string): Promise<void> {
  for (const { id } of targets) setRow(work, id, { busy: 'Duplicating…' });
  await inTurn(work, describe, async () => {
    if (isBlocked(work)) {
      for (const { id } of targets) setRow(work, id, null);
      return;
    }
    const ids = (await readList(work).catch(() => [])).map(({ Id }) => Id);
    await driveDuplicates(work, { ...bulkRun(work, targets, {}, describe), ids, task: 'duplicate' });
  });
}

export async function driveDuplicates(work: Work, run: Run): Promise<void> {
  const known = new Set([...(run.ids ?? []), ...run.steps.flatMap(madeBy)]);
  const { end, run: ended } = await drive(work, run, async (step, calls) => {
    const outcome = await copyOne(work, known, step, calls);
    for (const id of madeBy({ outcome })) known.add(id);
    return outcome;
  });
  const made = ended.steps.map(madeBy).filter(({ length }) => length > 0);
  const twins = made.filter(({ length }) => length > 1);
  if (twins.length > 0) update(work, { twins: [...work.state.getSnapshot().twins, ...twins] });
  if (end === 'completed') {
    await placeCopies(work, ended);
    const what =
      made.length === 1
        ? `“${copyTitle(ended.steps[0]?.describe ?? '')}” was created. The copy has`
        : `${made.length} copies were created. Copies have`;
    say(work, `${what} no thumbnail.`);
  }
  // A single refusal stands at its row and leaves nothing to finish.
  if (end === 'failed' && ended.steps.length === 1 && ended.steps[0]?.outcome?.status === 'failed')
    dismiss(work);
}

/** The copies that a step has made: one, or as many as the network made of it. */
function madeBy({ outcome }: Pick<RunStep, 'outcome'>): number[] {
  if (outcome?.status !== 'done' || outcome.createdId === null) return [];
  return [outcome.createdId, ...(outcome.twinIds ?? [])];
}

const copyTitle = (title: string) => `${title} (copy)`;

/** @param known the sections that are not this copy, whatever their titles are */
async function copyOne(
  work: Work,
  known: ReadonlySet<number>,
  step: RunStep,
  calls: StepCalls,
): Promise<StepOutcome> {
  try {
    const record = await calls.getSection(step.id);
    const rows = await readList(work);
    // The page was closed, or the answer lost, in the middle of this one: the copy may be there.
    const isOurs = (row: SectionListRow) => !known.has(row.Id) && row.Title === copyTitle(record.Title ?? '');
    const found = step.outcome?.status === 'unknown' ? rows.filter(isOurs) : [];
    if (found.length > 0) return copied(work, found);
    const plan = planInsertAfter(
      storedOrders(rows),
      rows.map(({ Id }) => Id),
      step.id,
    );
    const displayOrder = plan.status === 'planned' ? plan.displayOrder : record.DisplayOrder;
    pace.note('write');
    calls.keep({ status: 'unknown', before: {}, error: null });
    const result = await createFrom(copyOf(record, displayOrder), deps, () => undefined);
    switch (result.outcome) {
      case 'created':
        return copied(work, [{ Id: result.id, UpdatedOn: result.record?.UpdatedOn ?? null }]);
      case 'createdTwice':
        return copied(work, result.records);
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

function copied(work: Work, made: readonly Pick<SectionListRow, 'Id' | 'UpdatedOn'>[]): StepOutcome {
  // Our own copies are no news from others.
  for (const { Id, UpdatedOn } of made) work.seen.set(Id, UpdatedOn);
  const [createdId = null, ...twinIds] = made.map(({ Id }) => Id);
  return { status: 'done', createdId, ...(twinIds.length > 0 && { twinIds }) };
}

/** The record's fields exactly as they are stored (contract.md 4), but for the title, the place and the image. */
function copyOf(record: SectionRecord, displayOrder: number | null): SectionPayload {
  return {
    CourseId: record.CourseId,
    Title: copyTitle(record.Title ?? ''),
    SectionContents: record.SectionContents,
    Active: stored(record, 'Active') as boolean | null,
    DisplayOrder: displayOrder,
    UnlockType: stored(record, 'UnlockType') as number | null,
    UnlockAfterDays: stored(record, 'UnlockAfterDays') as number | null,
    NewImageUrl: null,
    ClearImageFile: false,
  };
}

/** The new ids are known now: each copy right after its original, with as few writes as that takes. */
async function placeCopies(work: Work, run: Run): Promise<void> {
  const rows = await readList(work);
  const copies = new Map(run.steps.map((step) => [step.id, madeBy(step)]));
  const made = new Set([...copies.values()].flat());
  const wanted = rows
    .map(({ Id }) => Id)
    .filter((id) => !made.has(id))
    .flatMap((id) => [id, ...(copies.get(id) ?? [])]);
  await writeOrder(work, { rows, wanted, describe: 'Put the copies in their places', announced: 0 });
}
