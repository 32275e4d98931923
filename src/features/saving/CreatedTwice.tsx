import { useState } from 'react';
import { Link } from 'react-router-dom';
import { describeError } from '#/api/http/describeError';
import type { SectionListRow } from '#/api/sections/sections';
import { paths } from '#/paths';
import { Button, buttonClass } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Notice } from '#/ui/Notice';
import { TwinList } from './TwinList';
import { useDeleteSection } from './useDeleteSection';

interface CreatedTwiceProps {
  twins: readonly SectionListRow[];
  courseId: number | null;
}

/** The network made two of one: both are shown, and deleting one is offered, never done by itself. */
export function CreatedTwice({ twins, courseId }: CreatedTwiceProps) {
  const remove = useDeleteSection(courseId);
  const [asked, setAsked] = useState<SectionListRow | null>(null);
  const [gone, setGone] = useState<readonly number[]>([]);
  const left = twins.filter(({ Id }) => !gone.includes(Id));

  const handleDelete = ({ Id }: SectionListRow) => {
    setAsked(null);
    remove.mutate(Id, { onSuccess: () => setGone((ids) => [...ids, Id]) });
  };

  return (
    <Notice
      tone="warning"
      role="alert"
      title="Created twice"
      actions={
        courseId !== null && (
          <Link className={buttonClass('primary')} to={paths.courseSections(courseId)}>
            Go to the sections of the course
          </Link>
        )
      }
    >
      <TwinList
        count={twins.length}
        twins={left}
        isBusy={remove.isPending}
        onDelete={(id) => setAsked(left.find(({ Id }) => Id === id) ?? null)}
      />
      {remove.error && <p role="alert">Not deleted. {describeError(remove.error).text}</p>}
      <Dialog
        isOpen={asked !== null}
        title={`Delete section ${asked?.Id}?`}
        onClose={() => setAsked(null)}
        footer={
          <>
            <Button variant="danger" onClick={() => asked && handleDelete(asked)}>
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
