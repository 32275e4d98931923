import { ApiError } from '../../../../api/errors';
import { createSection } from '../../../../api/sectionWrites';
import { getSections, listSections } from '../../../../api/sectionLists';
import type { SectionPayload, SectionRecord } from '../../../../api/sections';
import { pause } from '../../../../lib/pause';
import { planInsertAfter } from '../../order/orderPlan';
import type { Run, RunStep, StepOutcome } from '../../order/runTypes';
import type { StepCalls } from '../../order/updateStep';
import { createFrom } from '../../saving/createSection';
import { stored } from '../../sectionForm';
import { dismiss } from '../actions';
import { say, setRow, type Work } from '../work';
import { readList } from './caches';
import { drive, pace } from './drive';
import { isBlocked, storedOrders, writeOrder } from './moves';
import { bulkRun, type Target } from './rowActions';
import { inTurn } from './turns';

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
  const { end, run: ended } = await drive(work, run, (step, calls) => copyOne(work, run, step, calls));
  const copies = ended.steps.filter(({ outcome }) => outcome?.status === 'done');
  if (end === 'completed') {
    const what =
      copies.length === 1
        ? `“${copyTitle(copies[0]?.describe ?? '')}” was created. The copy has`
        : `${copies.length} copies were created. Copies have`;
    say(work, `${what} no thumbnail.`);
    await placeCopies(work, ended);
  }
  // A single refusal stands at its row and leaves nothing to finish.
  if (end === 'failed' && ended.steps.length === 1 && ended.steps[0]?.outcome?.status === 'failed')
    dismiss(work);
}

const copyTitle = (title: string) => `${title} (copy)`;

async function copyOne(work: Work, run: Run, step: RunStep, calls: StepCalls): Promise<StepOutcome> {
  try {
    const record = await calls.getSection(step.id);
    const rows = await readList(work);
    // The page was closed, or the answer lost, in the middle of this one: the copy may be there.
    const twin =
      step.outcome?.status === 'unknown' &&
      rows.find((row) => !run.ids?.includes(row.Id) && row.Title === copyTitle(record.Title ?? ''));
    if (twin) return { status: 'done', createdId: twin.Id };
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
        // Our own copy is no news from others.
        work.seen.set(result.id, result.record?.UpdatedOn ?? null);
        return { status: 'done', createdId: result.id };
      case 'createdTwice':
        return { status: 'done', createdId: result.records[0]?.Id ?? null };
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
  const copies = new Map(
    run.steps.flatMap(({ id, outcome }) =>
      outcome?.status === 'done' && outcome.createdId !== null ? [[id, outcome.createdId] as const] : [],
    ),
  );
  const made = new Set(copies.values());
  const wanted = rows
    .map(({ Id }) => Id)
    .filter((id) => !made.has(id))
    .flatMap((id) => [id, ...(copies.has(id) ? [copies.get(id) ?? id] : [])]);
  await writeOrder(work, rows, wanted, 'Put the copies in their places');
}
