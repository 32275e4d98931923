import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { describeError } from '#/api/http/describeError';
import type { SectionListRow } from '#/api/sections/sections';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button, buttonClass } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Notice } from '#/ui/Notice';
import { runDelete } from './runDelete';
import { TwinList } from './TwinList';

interface CreatedTwiceProps {
  twins: readonly SectionListRow[];
  courseId: number | null;
  onKeep: () => void;
}

/** The network made two of one: both are shown, and deleting one is offered, never done by itself. */
export function CreatedTwice({ twins, courseId, onKeep }: CreatedTwiceProps) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<SectionListRow | null>(null);
  const [gone, setGone] = useState<readonly number[]>([]);
  const [isDeleting, setIsDeleting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const left = twins.filter(({ Id }) => !gone.includes(Id));

  const handleDelete = async ({ Id }: SectionListRow) => {
    setAsked(null);
    setError(null);
    setIsDeleting(true);
    try {
      await runDelete(client, Id, courseId);
      setGone((ids) => [...ids, Id]);
    } catch (cause) {
      setError(cause);
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
      {error !== null && <p role="alert">Not deleted. {describeError(error).text}</p>}
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
