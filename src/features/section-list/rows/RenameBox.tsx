import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { CourseStore, Rename } from '#/features/course-changes/courseStore';
import { request } from '#/features/course-changes/dispatch';
import { giveUpRename, setRename, typeTitle, withoutSaved } from '#/features/course-changes/renames';
import { titleProblem } from '#/features/sections/model/sectionTitle';
import { isComposing } from '#/lib/isComposing';
import { isFocusFree } from '#/lib/isFocusFree';
import { trimText } from '#/lib/text';
import { describedBy, ErrorText, Notes } from '#/ui/Labelled';
import styles from './RenameBox.module.css';

interface RenameBoxProps {
  store: CourseStore;
  id: number;
  /** What the row is called. */
  title: string;
  rename: Rename;
}

/** The title of a section in its row, as a box: Enter or leaving it saves, Escape gives it up. */
export function RenameBox({ store, id, title, rename }: RenameBoxProps) {
  const { text, problem, turn } = rename;
  const box = useRef<HTMLInputElement>(null);
  const takeFocus = useEffectEvent((_turn: number) => {
    const { activeElement } = document;
    // Who types here goes on.
    if (activeElement === box.current) return;
    // Who has gone on to another row types there by now.
    if (!isFocusFree() && !box.current?.closest('li')?.contains(activeElement)) return;
    box.current?.focus();
    box.current?.select();
  });
  useLayoutEffect(() => takeFocus(turn), [turn]);

  const handleKeyDown = (event: KeyboardEvent) => {
    // The keys of the list are not for who types here.
    event.stopPropagation();
    if (isComposing(event.nativeEvent) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') save(store, { id, title }, rename);
    else giveUpRename(store, id);
  };
  const handleBlur = () => {
    // The window may have lost the focus, and the box gets it back with it.
    if (document.activeElement === box.current) return;
    openNoRow();
    // What is wrong is not tried again by itself.
    if (problem !== undefined) return;
    save(store, { id, title }, rename);
  };
  const notes = {
    id: `rename-${id}`,
    error: problem !== undefined && <ErrorText>{problem}</ErrorText>,
    errorRole: 'alert' as const,
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- a click here does not open the row
    <div className={styles.host} onClick={(event) => event.stopPropagation()}>
      <input
        ref={box}
        data-rename
        type="text"
        autoComplete="off"
        dir="auto"
        aria-label={`Title of ${title}`}
        {...describedBy(notes)}
        className={styles.box}
        value={text}
        onChange={({ target }) => typeTitle(store, id, target.value)}
        onKeyDown={handleKeyDown}
        onBlur={handleBlur}
      />
      <Notes {...notes} />
    </div>
  );
}

/** A press on a row, beside its controls, that has ended the typing has done what it was for: its click opens nothing. */
function openNoRow(): void {
  addEventListener('click', leaveRowAlone, { capture: true, once: true });
  addEventListener('pointerdown', () => removeEventListener('click', leaveRowAlone, true), { once: true });
}

function leaveRowAlone(event: MouseEvent): void {
  const { target } = event;
  const isBeside = target instanceof Element && !target.closest('a, button, input, label');
  if (isBeside && target.closest('li[data-id]')) event.preventDefault();
}

/** By the rules of the form's “Title”. */
function save(store: CourseStore, target: { id: number; title: string }, rename: Rename): void {
  const { id } = target;
  const { over } = rename;
  const text = trimText(rename.text);
  if (rename.text === (over ?? '') || text === over) {
    giveUpRename(store, id);
    return;
  }
  const problem = titleProblem(text);
  if (problem !== null) {
    setRename(store, id, { ...rename, problem });
    return;
  }
  typeTitle(store, id, text, true);
  const describe = `Rename “${target.title}” to “${text}”`;
  const isSaved = request(store, describe, { kind: 'rename', target, over, title: text });
  void isSaved.then(() => {
    // What could not begin is held, and says the title there.
    setRename(store, id, withoutSaved(store.state.getSnapshot().renames.get(id), text));
  });
}
