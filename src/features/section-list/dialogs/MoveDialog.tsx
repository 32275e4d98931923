import { type FormEvent, useId, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import controls from '#/ui/controls.module.css';
import { Dialog } from '#/ui/Dialog';
import { numberOf } from '#/features/sections/model/numberRanges';
import { moveBlock, type Sequence } from '#/features/course-changes/plan/sequence';
import { writesOfMove, writesText } from '#/features/course-changes/plan/plannedWrites';

export interface MoveDialogProps {
  /** One title, or “3 sections”. */
  what: string;
  ids: readonly number[];
  sequence: Sequence;
  rows: readonly SectionListRow[];
  onMove: (wanted: Sequence | null) => void;
  onClose: () => void;
}

/** Moves one row, or selected rows as a block, to a position of the whole course. */
export function MoveDialog({ what, ids, sequence, rows, onMove, onClose }: MoveDialogProps) {
  const id = useId();
  const last = sequence.length - ids.length + 1;
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const position = numberOf(text, { min: 1, max: last });
  const wanted = position === null ? null : moveBlock(sequence, ids, position);
  const error = isTried && position === null ? `Enter a whole number from 1 to ${last}` : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (position === null) return document.getElementById(id)?.focus();
    onClose();
    return onMove(wanted);
  };

  return (
    <Dialog
      isOpen
      title={`Move ${what}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={`${id}-form`}>
            Move
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate className={controls.field} onSubmit={submit}>
        <label htmlFor={id} className={controls.label}>
          Position
        </label>
        <p id={`${id}-hint`} className={controls.hint}>
          From 1 to {last}.{' '}
          {ids.length === 1
            ? `It is at position ${sequence.indexOf(ids[0] ?? 0) + 1} now.`
            : 'The first of them ends there, the others follow.'}
        </p>
        {error && (
          <p id={`${id}-error`} className={controls.error}>
            {error}
          </p>
        )}
        <input
          id={id}
          data-autofocus
          inputMode="numeric"
          autoComplete="off"
          className={`${controls.input} ${controls.inputNumber}`}
          value={text}
          aria-invalid={error !== null || undefined}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status" className={controls.hint}>
          {position !== null && planWords(rows, wanted)}
        </p>
      </form>
    </Dialog>
  );
}

function planWords(rows: readonly SectionListRow[], wanted: Sequence | null): string {
  if (!wanted) return 'It is there already.';
  const writes = writesOfMove(rows, wanted);
  return writes === null ? '' : writesText(writes);
}
