import { type FormEvent, useId, useMemo, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Labelled } from '#/ui/Labelled';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { numberOf } from '#/features/sections/model/numberRanges';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { PlacePicker } from '#/features/course-changes/place/PlacePicker';
import { moveBlock, type Sequence } from '#/features/course-changes/plan/sequence';
import { ChangePreview } from './ChangePreview';
import { moveLines, moveText, placeAt, positionOf, THERE_ALREADY } from './movePlace';
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

/** Moves one row, or selected rows as a block, to a place of the whole course, which is said in words or as a position. */
export function MoveDialog({ what, ids, sequence, rows, onMove, onClose }: MoveDialogProps) {
  const id = useId();
  const sections = useMemo(() => {
    const moved = new Set(ids);
    const titles = new Map(rows.map((row) => [row.Id, sectionTitle(row)]));
    return sequence.flatMap((one, index) =>
      moved.has(one) ? [] : [{ id: one, title: titles.get(one) ?? '', position: index + 1 }],
    );
  }, [ids, rows, sequence]);
  const others = sections.map((section) => section.id);
  const last = others.length + 1;
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
          <Button
            variant="primary"
            type="submit"
            form={`${id}-form`}
            disabledReason={position !== null && wanted === null ? THERE_ALREADY : null}
          >
            Move
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate className={styles.form} onSubmit={submit}>
        <Labelled id={`${id}-place`} label="Place" className={styles.place}>
          <PlacePicker
            described={{ id: `${id}-place`, 'aria-describedby': undefined, 'data-autofocus': true }}
            sections={sections}
            chosen={position === null ? null : placeAt(others, position)}
            onChoose={(wish) => setText(String(positionOf(others, wish)))}
          />
        </Labelled>
        <TextInput
          id={id}
          label="Position"
          isNumber
          hint={
            <>
              From 1 to {last}.{' '}
              {ids.length === 1
                ? `It is at position ${sequence.indexOf(ids[0] ?? 0) + 1} now.`
                : 'They are placed together, from this position on.'}
            </>
          }
          error={error}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status" className={typography.note}>
          {position !== null && moveText(rows, { others, wanted, position })}
        </p>
        {wanted && ids.length > 1 && (
          <ChangePreview lines={moveLines(rows, ids, sequence, wanted)} isOne={false} />
        )}
      </form>
    </Dialog>
  );
}
