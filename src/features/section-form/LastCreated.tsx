import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { focusControl } from '#/forms/focusControl';
import { numeral } from '#/lib/format';
import { paths } from '#/paths';
import { Button, buttonClass } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import { undoLast } from '#/features/course-changes/dispatch';
import type { Created } from '#/features/saving/types';
import { controlIds } from '#/features/sections/model/fields';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { storeOf } from './askOrder';
import type { OrderQuestion } from './orderQuestion';

interface LastCreatedProps {
  created: Created;
  courseId: number;
  question: OrderQuestion;
}

const bringIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** What was created before the section that is begun here: where it stands, the way back and the way there. */
export function LastCreated({ created: { id, title, notes }, courseId, question }: LastCreatedProps) {
  const store = storeOf(question, courseId);
  const { undoable } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const { data } = useQuery(courseSectionsQuery(courseId));
  const rows = data?.isComplete ? data.rows : [];
  const position = rows.findIndex(({ Id }) => Id === id) + 1;
  const canUndo = undoable?.kind === 'created' && undoable.records.some(({ Id }) => Id === id);
  const [isUndone, setUndone] = useState(false);
  const handleUndo = () => {
    // How far it is stands before the save bar.
    question.set({ ...question.getSnapshot(), begunIn: courseId });
    undoLast(store, 'undo');
    setUndone(true);
    focusControl(controlIds.title, null);
  };
  // What was to be taken back and was not is told with the way there, and back.
  if (isUndone && !canUndo && position === 0) return null;
  return (
    <div ref={bringIntoView}>
      <Notice
        tone="success"
        role="status"
        title={
          <>
            <VisuallyHidden>Section created: </VisuallyHidden>“{title}” created
            {position > 0 && ` at position ${numeral(position)} of ${numeral(rows.length)}`}
          </>
        }
        actions={
          <>
            {canUndo && <Button onClick={handleUndo}>Undo</Button>}
            <Link className={buttonClass()} to={paths.editSection(id)}>
              Open
            </Link>
          </>
        }
      >
        {notes.length > 0 && notes.map((note) => <p key={note}>{note}</p>)}
      </Notice>
    </div>
  );
}
