import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#/paths';
import typography from '#/ui/typography.module.css';
import { isWorking } from '#/features/course-changes/askedTypes';
import type { CourseState, CourseStore } from '#/features/course-changes/courseStore';
import { undoLast } from '#/features/course-changes/dispatch';
import styles from './DockPanels.module.css';

/** Long enough to be read and answered; whoever is at it keeps it. */
const SHOWN_MS = 8_000;

interface ConfirmationProps {
  store: CourseStore;
  state: CourseState;
  /** Brings the row of a section to the screen. */
  onShow: (id: number) => void;
  /** Where else it leads. */
  children?: ReactNode;
}

/** What was done last, seen for a while; the way back stays until the next change. */
export function Confirmation({ store, state, onShow, children }: ConfirmationProps) {
  const { activity, asked, isSaving, status, undoable } = state;
  const { text, number, hasUndo, movedByOthers, created, isAnswer } = status;
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [gone, setGone] = useState(0);
  const mayGo = text !== '' && !isSaving && !isHovered && !isFocused;
  useEffect(() => {
    if (!mayGo) return undefined;
    const timer = setTimeout(() => setGone(number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [mayGo, number]);

  // A panel says it too, and more.
  const isThere = text !== '' && activity === null;
  const isShown = (isThere || (isAnswer && text !== '')) && gone !== number;
  const canUndo = isThere && hasUndo === true && (undoable !== null || asked.some(isWorking));
  const isRedo = undoable?.kind === 'job' && undoable.isUndo;
  return (
    <div
      data-passing
      data-lasting={isSaving || undefined}
      className={isShown || canUndo ? styles.said : typography.hidden}
      onPointerEnter={({ pointerType }) => setHovered(pointerType === 'mouse')}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {/* No `dir`: a sentence that begins with a title from right to left is an English one all the same. */}
      <p role="status" className={isShown ? undefined : typography.hidden}>
        {text && created === undefined && <span key={number}>{text}</span>}
      </p>
      {isShown && created !== undefined && <p>{text}</p>}
      {isShown && movedByOthers !== undefined && (
        <button type="button" onClick={() => onShow(movedByOthers)}>
          Show
        </button>
      )}
      {canUndo && (
        <button
          type="button"
          title={isShown ? undefined : (undoable?.text ?? text)}
          onClick={() => undoLast(store, isRedo ? 'redo' : 'undo')}
        >
          {isRedo ? 'Redo' : 'Undo'}
        </button>
      )}
      {isShown && created !== undefined && <Link to={paths.editSection(created)}>Open</Link>}
      {isShown && children}
    </div>
  );
}
