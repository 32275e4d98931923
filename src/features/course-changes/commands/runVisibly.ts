import { updateSection } from '#/api/sections/sectionWrites';
import { pause } from '#/lib/pause';
import { driveRun, type RunDeps, type RunResult } from '#/features/course-changes/job/runJob';
import { createPace } from '#/features/course-changes/job/rateLimiter';
import type { Run } from '#/features/course-changes/job/jobTypes';
import { type RowState, say, update, type Work } from '#/features/course-changes/courseStore';
import { noteRole, readSection, showServerOrder } from './listCache';
import { outcomeNote } from './outcomeText';

const now = () => performance.now();

/** One for the whole app: the service counts all writes together. */
export const pace = createPace({ now, wait: pause });

/** Carries out a run in sight of the person, and ends with the server's own order on the screen. */
export async function drive(work: Work, run: Run, carryOut?: RunDeps['carryOut']): Promise<RunResult> {
  work.stop = new AbortController();
  const isQuiet = run.steps.length === 1;
  update(work, { isSaving: true, activity: null });
  try {
    const result = await driveRun(run, {
      getSection: (id) => readSection(work, id),
      updateSection,
      pace,
      now,
      store: work.runs,
      stop: work.stop.signal,
      ...(carryOut && { carryOut }),
      onProgress: (progress, current) => {
        if (!isQuiet) update(work, { activity: { phase: 'running', run: current, progress } });
      },
    });
    for (const { id, outcome } of result.run.steps) {
      if (outcome?.status === 'failed') noteRole(work, outcome.error);
      if (outcome?.status === 'written' && typeof outcome.after.DisplayOrder === 'number')
        work.ordered.set(id, outcome.after.DisplayOrder);
    }
    if (result.end !== 'completed') {
      work.moves = null;
      // What was said of the way there is over; the panel says how it ended.
      say(work, '');
    }
    await showServerOrder(work);
    showOutcomes(work, result);
    return result;
  } finally {
    work.stop = null;
    update(work, { isSaving: work.moves !== null });
  }
}

function showOutcomes(work: Work, { end, run }: RunResult): void {
  const rows = new Map(work.state.getSnapshot().rows);
  for (const step of run.steps) {
    const note = outcomeNote(run, step);
    // A deleted section has no row to say it at.
    if (note && !(run.task === 'delete' && note.tone === 'done'))
      rows.set(step.id, { note } satisfies RowState);
    else rows.delete(step.id);
  }
  const hasMore = end !== 'completed' || run.steps.some(({ outcome }) => outcome?.status === 'changedSince');
  update(work, { rows, activity: hasMore ? { phase: 'ended', end, run } : null });
}
