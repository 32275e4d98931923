import { describeError } from '#/api/http/describeError';
import type { SectionListRow } from '#/api/sections/sections';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { ask, hold, queuedMoves } from './asked';
import { isWorking, type Request } from './askedTypes';
import { describeMove } from './plan/moveText';
import type { Sequence } from './plan/sequence';
import type * as Commands from './commands/commands';
import { intentOf } from './plan/moveIntent';
import { writesOfMove, writesText } from './plan/plannedWrites';
import { announce, flush, setState, type CourseStore, type UndoWish } from './courseStore';

/** Quick successive moves become one (docs/hostile-situations.md 103). */
const SETTLE_MS = 600;

export const loadCommands = (): Promise<typeof Commands> => import('./commands/commands');

/**
 * Runs a command of the lazily loaded code; without that code nothing is sent, and the page says so.
 * @returns settles when the command has ended, however it did: a button that is pressed again before does nothing
 */
export function runCommand(
  store: CourseStore,
  use: (commands: typeof Commands) => Promise<void>,
): Promise<void> {
  return loadCommands()
    .then(use)
    .catch((error: unknown) => {
      const title = 'Nothing more was sent';
      const { details } = describeError(error);
      const text = `A part of the app failed or could not be loaded. Check the connection, reload the page and try again. ${details}`;
      hold(store, ({ status }) => status === 'queued');
      setState(store, {
        optimisticOrder: null,
        rows: new Map(),
        activity: { phase: 'message', tone: 'danger', title, text },
      });
    });
}

/** What an earlier page has left is looked for, and offered again. */
export function recoverLeft(store: CourseStore): void {
  const isLeft = store.state.getSnapshot().activity?.phase === 'ended' || store.keptAsked.hasOthers();
  if (isLeft) void runCommand(store, (commands) => commands.recover(store));
}

/** Does what a person asks for, after what was asked for before. @returns settles as `runCommand` does */
export function request(store: CourseStore, describe: string, what: Request): Promise<void> {
  flush(store);
  const asked = ask(store, describe, what);
  return runCommand(store, (commands) => commands.carryOut(store, asked));
}

/**
 * Shows a move at once, says what it will write, and sends it when no other follows.
 * @param displayed the order on the screen before the move
 * @param wanted the order after it; null when nothing moves
 */
export function moveRows(
  store: CourseStore,
  ids: readonly number[],
  displayed: Sequence,
  wanted: Sequence | null,
  titleOf: (id: number) => string,
): void {
  if (!wanted) return;
  const isFirst = queuedMoves(store).length === 0;
  const { before, ids: earlier } = (!isFirst && store.gathered) || { before: displayed, ids };
  // One that is moved on says where it began.
  const isMovedOn = earlier.length === ids.length && ids.every((id) => earlier.includes(id));
  const text = describeMove(isMovedOn ? before : displayed, wanted, ids, titleOf);
  store.gathered = { before, ids: [...new Set([...earlier, ...ids])] };
  const rows = store.client.getQueryData(courseSectionsQuery(store.courseId).queryKey)?.rows ?? [];
  const writes = writesOfMove(rows, wanted) ?? 0;
  for (const id of ids) store.ownMoves.add(id);
  const asked = ask(store, text, { kind: 'move', intent: intentOf(wanted, ids), writes });
  setState(store, { optimisticOrder: wanted });
  announce(store, writes > 1 ? `${text}. ${writesText(writes)}` : text, { hasUndo: true });
  clearTimeout(store.delayed?.timer);
  store.delayed = {
    timer: setTimeout(() => flush(store), SETTLE_MS),
    send: () => void runCommand(store, (commands) => commands.carryOut(store, asked)),
  };
}

/**
 * Shows another order of the whole course at once, and sends it.
 * @param rows what it was chosen over: the person was told what it writes
 */
export function setOrder(
  store: CourseStore,
  rows: readonly SectionListRow[],
  wanted: Sequence,
  describe: string,
): void {
  setState(store, { optimisticOrder: wanted });
  announce(store, describe);
  const over = rows.map(({ Id }) => Id);
  void request(store, describe, { kind: 'order', over, wanted, writes: writesOfMove(rows, wanted) ?? 0 });
}

const undoing = { undo: new WeakSet<CourseStore>(), redo: new WeakSet<CourseStore>() };

/** Whether something is waiting or under way: what undoing it comes to is known afterwards. */
export const isAtWork = (store: CourseStore): boolean =>
  undoing.undo.has(store) || undoing.redo.has(store) || store.state.getSnapshot().asked.some(isWorking);

/**
 * Takes the last change back: one that is not sent yet by not sending it, else by the opposite change, when what is under
 * way is done.
 * @param wish `redo`: only where the last change was an undoing; `undo`: only where it was not; left out: either
 * @returns false when there is nothing to take back, and when it is being taken back already
 */
export function undoLast(store: CourseStore, wish?: UndoWish): boolean {
  const { undoable } = store.state.getSnapshot();
  const way = undoing[wish ?? 'undo'];
  if (way.has(store)) return false;
  if (!isAtWork(store)) {
    if (!undoable) return false;
    if (undoable.kind === 'job' && wish === (undoable.isUndo ? 'undo' : 'redo')) return false;
  }
  // What waits is not sent meanwhile.
  if (wish !== 'redo') clearTimeout(store.delayed?.timer);
  way.add(store);
  void runCommand(store, (commands) => commands.undo(store, wish)).finally(() => way.delete(store));
  return true;
}
