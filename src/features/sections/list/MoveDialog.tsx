import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../ui/Button';
import controls from '../../../ui/controls.module.css';
import { Dialog } from '../../../ui/Dialog';
import { numberOf } from '../numbers';
import { moveBlock, type Sequence } from '../order/moves';
import { planOrder, type StoredOrder } from '../order/orderPlan';
import { counted } from './sectionView';

export interface MoveDialogProps {
  /** One title, or “3 sections”. */
  what: string;
  ids: readonly number[];
  sequence: Sequence;
  stored: readonly StoredOrder[];
  onMove: (wanted: Sequence | null) => void;
  onClose: () => void;
}

/** Moves one row, or selected rows as a block, to a position of the whole course. */
export function MoveDialog({ what, ids, sequence, stored, onMove, onClose }: MoveDialogProps) {
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
          {position !== null && planWords(stored, wanted)}
        </p>
      </form>
    </Dialog>
  );
}

function planWords(stored: readonly StoredOrder[], wanted: Sequence | null): string {
  const plan = wanted && planOrder(stored, wanted);
  if (!plan) return 'It is there already.';
  return plan.status === 'planned' ? `${counted(plan.writes.length, 'section')} will be written.` : '';
}
