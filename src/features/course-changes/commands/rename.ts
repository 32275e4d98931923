import type { Request } from '#/features/course-changes/askedTypes';
import { endBusy, setRow, type CourseStore } from '#/features/course-changes/courseStore';
import { isOvertaken } from '#/features/course-changes/job/job';
import type { StepOutcome } from '#/features/course-changes/job/jobTypes';
import { isSame } from '#/lib/isSame';
import { listedTitle, setRename, withoutSaved } from '#/features/course-changes/renames';
import { troubleText } from './outcomeText';
import { changeOne } from './rowCommands';

type RenameRequest = Extract<Request, { kind: 'rename' }>;

/**
 * Stores another title of one section. Where it could not be, the box is open again with what was typed and the reason;
 * a title that somebody else has stored meanwhile is shown there, and is written over only by another try.
 */
export async function rename(store: CourseStore, request: RenameRequest, describe: string): Promise<void> {
  const { target, over, title } = request;
  const { id } = target;
  const set = { Title: title };
  const outcome = await changeOne(store, target, { set, expect: { Title: over } }, describe);
  endBusy(store, id);
  const open = store.state.getSnapshot().renames.get(id);
  // Another title that is typed here meanwhile, or waits to be saved, stays.
  const typed = withoutSaved(open, title);
  if (isCleanedUp(outcome, store.account)) {
    setRename(store, id, typed);
    const text = `The server changed: Title. It is “${listedTitle(store, id) ?? ''}” instead of “${title}”.`;
    setRow(store, id, { note: { tone: 'danger', text } });
    return;
  }
  const isLeft = outcome.status === 'changedSince' || outcome.status === 'keptOther';
  const now = isLeft ? (listedTitle(store, id) ?? null) : over;
  const problem = problemText(outcome, now) ?? troubleText(outcome, set, store.account);
  const turn = (open?.turn ?? 0) + 1;
  const isSettled = problem === null || typed?.isSaving;
  setRename(store, id, isSettled ? typed : { over: now, text: typed?.text ?? title, problem, turn });
}

/** The server has stored something else of it, which its row quotes: another try would end the same. */
const isCleanedUp = (outcome: StepOutcome, account: string) =>
  outcome.status === 'keptOther' && !isOvertaken(outcome, account) && !isSame(outcome.before, outcome.found);

function problemText(outcome: StepOutcome, now: string | null): string | null {
  if (outcome.status !== 'changedSince') return null;
  return `${outcome.by ?? 'Somebody'} has changed this section meanwhile: its title is “${now ?? ''}” now. Press Enter to use yours.`;
}
