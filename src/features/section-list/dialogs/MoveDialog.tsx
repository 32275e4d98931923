import { type FormEvent, useId, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { numberOf } from '#/features/sections/model/numberRanges';
import { moveBlock, type Sequence } from '#/features/course-changes/plan/sequence';
import { writesOfMove, writesText } from '#/features/course-changes/plan/plannedWrites';
import styles from './dialogs.module.css';

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
      <form id={`${id}-form`} noValidate className={styles.form} onSubmit={submit}>
        <TextInput
          id={id}
          label="Position"
          isNumber
          data-autofocus
          hint={
            <>
              From 1 to {last}.{' '}
              {ids.length === 1
                ? `It is at position ${sequence.indexOf(ids[0] ?? 0) + 1} now.`
                : 'The first of them ends there, the others follow.'}
            </>
          }
          error={error}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status" className={typography.note}>
          {position !== null && planText(rows, wanted)}
        </p>
      </form>
    </Dialog>
  );
}

function planText(rows: readonly SectionListRow[], wanted: Sequence | null): string {
  if (!wanted) return 'It is there already.';
  const writes = writesOfMove(rows, wanted);
  return writes === null ? '' : writesText(writes);
}
