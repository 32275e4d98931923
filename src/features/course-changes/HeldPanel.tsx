import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { counted, numeral } from '#/lib/format';
import { dismissAll } from './asked';
import type { Asked } from './askedTypes';
import type { CourseStore } from './courseStore';
import { runCommand } from './dispatch';
import { useWait } from './useWait';

/** What was asked for and is not sent by itself, when no job is left beside it. */
export function HeldPanel({ store, held }: { store: CourseStore; held: readonly Asked[] }) {
  const [first] = held;
  const wait = useWait(store);
  const what = held.length === 1 ? first?.describe : counted(held.length, 'change');
  return (
    <Notice
      tone="warning"
      role="alert"
      title={<span dir="auto">Not finished: {what}</span>}
      actions={
        <>
          <Button
            variant="primary"
            disabledReason={wait}
            onClick={() => runCommand(store, (commands) => commands.finish(store, null))}
          >
            Finish
          </Button>
          <Button variant="quiet" onClick={() => dismissAll(store)}>
            Dismiss
          </Button>
        </>
      }
    >
      <HeldText held={held} />
    </Notice>
  );
}

/** Names what is held: what was never sent apart from what may have been. */
export function HeldText({ held, isBesideJob = false }: { held: readonly Asked[]; isBesideJob?: boolean }) {
  const waiting = held.filter(({ mayBeWritten }) => !mayBeWritten);
  const unclear = held.filter(({ mayBeWritten }) => mayBeWritten);
  return (
    <>
      {waiting.length > 0 && (
        <p dir="auto">
          {isBesideJob
            ? `${numeral(waiting.length)} more ${waiting.length === 1 ? 'change' : 'changes'}`
            : counted(waiting.length, 'change')}{' '}
          {waiting.length === 1 ? 'was' : 'were'} waiting, and nothing of{' '}
          {waiting.length === 1 ? 'it' : 'them'} was sent: {namesOf(waiting)}.
        </p>
      )}
      {unclear.length > 0 && (
        <p dir="auto">We could not confirm whether this was changed: {namesOf(unclear)}.</p>
      )}
    </>
  );
}

export const namesOf = (held: readonly Asked[]) => held.map(({ describe }) => describe).join('; ');
