import { Link } from 'react-router-dom';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import type { Phase } from './types';

interface CreateNoticesProps {
  phase: Phase | null;
  isUnknown: boolean;
  /** Where the section of unknown fate would be. */
  courseId: number | null;
  onCheck: () => void;
  /** The person has looked, and knows that it is not there. */
  onForget: () => void;
}

/** What stands open about a create, above the form. */
export function CreateNotices({ phase, isUnknown, courseId, onCheck, onForget }: CreateNoticesProps) {
  if (phase === 'checking' && !isUnknown) {
    return <Notice role="status">We could not confirm the save. Checking…</Notice>;
  }
  if (isUnknown) {
    return (
      <Notice
        tone="warning"
        title="We do not know whether the section was created"
        actions={
          <>
            <Button isBusy={phase !== null} onClick={onCheck}>
              Check again
            </Button>
            <Button variant="quiet" isBusy={phase !== null} onClick={onForget}>
              I have looked: it is not there
            </Button>
          </>
        }
      >
        <p>
          What you typed is still here. Creating looks first, so that no double is made.{' '}
          {courseId !== null && (
            <Link to={paths.courseSections(courseId)} target="_blank" rel="noopener">
              Open the course’s sections in a new tab
            </Link>
          )}
        </p>
      </Notice>
    );
  }
  return null;
}
