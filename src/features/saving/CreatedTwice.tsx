import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import type { SectionListRow } from '#/api/sections/sections';
import type { Draft } from '#/lib/drafts/draft';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button, buttonClass } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Notice } from '#/ui/Notice';
import { runDelete } from './runDelete';
import type { TypedArrival } from './types';
import { TwinList } from './TwinList';

interface CreatedTwiceProps {
  twins: readonly SectionListRow[];
  /** What was typed since it was sent, as a draft of the first. */
  typed: Draft | null;
  courseId: number | null;
  onKeep: () => void;
}

/** The network made two of one: both are shown, and deleting one is offered, never done by itself. */
export function CreatedTwice({ twins, typed, courseId, onKeep }: CreatedTwiceProps) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<SectionListRow | null>(null);
  const [gone, setGone] = useState<readonly number[]>([]);
  const [isDeleting, setIsDeleting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const left = twins.filter(({ Id }) => !gone.includes(Id));
  const first = left.find(({ Id }) => Id === twins[0]?.Id);
  const arrival = typed && first && { created: { id: first.Id, title: first.Title ?? '', notes: [] }, typed };

  const handleDelete = async ({ Id }: SectionListRow) => {
    setAsked(null);
    setFailure(null);
    setIsDeleting(true);
    try {
      const reason = await runDelete(client, Id, courseId);
      setFailure(reason);
      if (reason === null) setGone((ids) => [...ids, Id]);
    } catch (cause) {
      setFailure(failureText(cause));
    } finally {
      setIsDeleting(false);
    }
  };

  return (
    <Notice
      tone="warning"
      role="alert"
      title="Created twice"
      actions={
        courseId !== null && (
          <>
            <Link className={buttonClass('primary')} {...wayBack(paths.courseSections(courseId))}>
              Go to the sections of the course
            </Link>
            {left.length > 1 && <Button onClick={onKeep}>Keep both</Button>}
          </>
        )
      }
    >
      <TwinList
        count={twins.length}
        twins={left}
        isBusy={isDeleting}
        onDelete={(id) => setAsked(left.find(({ Id }) => Id === id) ?? null)}
      />
      {arrival && (
        <p>
          What you typed after it was sent is in neither.{' '}
          <Link to={paths.editSection(arrival.created.id)} state={arrival satisfies TypedArrival}>
            Put what you typed since into section {arrival.created.id}
          </Link>
        </p>
      )}
      {failure !== null && <p role="alert">{failure}</p>}
      <Dialog
        isOpen={asked !== null}
        title={`Delete section ${asked?.Id}?`}
        onClose={() => setAsked(null)}
        footer={
          <>
            <Button variant="danger" onClick={() => (asked ? handleDelete(asked) : undefined)}>
              Delete
            </Button>
            <Button data-autofocus onClick={() => setAsked(null)}>
              Keep it
            </Button>
          </>
        }
      >
        <p>The other one stays. This cannot be undone.</p>
      </Dialog>
    </Notice>
  );
}

function failureText(error: unknown): string {
  const isLost = error instanceof ApiError && error.outcome === 'unknown';
  return `${isLost ? 'We could not confirm that it was deleted.' : 'Not deleted.'} ${describeError(error).text}`;
}
