import { describeError } from '#/api/http/describeError';
import type { SectionListRow } from '#/api/sections/sections';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { describeMove } from './plan/moveText';
import type { Sequence } from './plan/sequence';
import type * as Engine from './commands/commands';
import { intentOf } from './plan/moveIntent';
import { writesOfMove, writeWords } from './plan/plannedWrites';
import { say, update, type Work } from './courseStore';

/** Quick successive moves become one (hostile.md 103). */
const settleMs = 600;

export const loadEngine = (): Promise<typeof Engine> => import('./commands/commands');

/** Lets the late code do it; without that code nothing is sent, and the page says so. */
export function withEngine(work: Work, use: (engine: typeof Engine) => Promise<void>): void {
  loadEngine()
    .then(use)
    .catch((error: unknown) => {
      const title = 'Nothing more was sent';
      const { details } = describeError(error);
      const text = `A part of the app failed or could not be loaded. Check the connection, reload the page and try again. ${details}`;
      update(work, {
        wanted: null,
        isSaving: false,
        rows: new Map(),
        activity: { phase: 'message', tone: 'danger', title, text },
      });
    });
}

/**
 * Shows a move at once, says what it will write, and sends it when no other follows.
 * @param displayed the order on the screen before the move
 * @param wanted the order after it; null when nothing moves
 */
export function moveRows(
  work: Work,
  ids: readonly number[],
  displayed: Sequence,
  wanted: Sequence | null,
  titleOf: (id: number) => string,
): void {
  if (!wanted) return;
  const text = describeMove(displayed, wanted, ids, titleOf);
  const rows = work.client.getQueryData(courseSectionsQuery(work.courseId).queryKey) ?? [];
  const writes = writesOfMove(rows, wanted) ?? 0;
  work.moves = { intents: [...(work.moves?.intents ?? []), intentOf(wanted, ids)], writes };
  update(work, { wanted, isSaving: true });
  say(work, writes > 1 ? `${text}. ${writeWords(writes)}` : text);
  clearTimeout(work.timer);
  work.timer = setTimeout(() => withEngine(work, (engine) => engine.sendMoves(work, text)), settleMs);
}

/**
 * Shows another order of the whole course at once, and sends it.
 * @param rows what it was chosen over: the person was told what it writes
 */
export function setOrder(
  work: Work,
  rows: readonly SectionListRow[],
  wanted: Sequence,
  describe: string,
): void {
  update(work, { wanted, isSaving: true });
  say(work, describe);
  withEngine(work, (engine) => engine.sendOrder(work, rows, wanted, describe));
}

export function stopWork(work: Work): void {
  work.stop?.abort();
  say(work, 'Stopping after the section that is being written');
}

/** The run is forgotten; what was written stays. */
export function dismiss(work: Work): void {
  const { activity } = work.state.getSnapshot();
  if (activity?.phase === 'ended') work.runs.remove(work.courseId);
  update(work, { activity: null });
}
