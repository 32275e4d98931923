import { type FormEvent, useId, useState } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { describedBy, ErrorText, Notes } from '#/ui/Labelled';
import { Radio, RadioGroup } from '#/ui/RadioGroup';
import { TextInput } from '#/ui/TextInput';
import { daysRange, numberOf } from '#/features/sections/model/numberRanges';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import { unlockFilters } from '#/features/section-list/listFilter';
import { counted } from '#/lib/format';
import styles from './dialogs.module.css';

export interface RuleDialogProps {
  count: number;
  onSet: (changes: SectionChanges) => void;
  onClose: () => void;
}

const choices = [
  ['immediate', 'Immediate', 'Available at once.'],
  ['sequential', 'Sequential', 'After the section before it is completed.'],
  ['timed', 'Timed', 'A number of days after enrolment.'],
] as const;

/** Gives the selected sections one unlock rule. None is chosen at first: a slip would change them all. */
export function RuleDialog({ count, onSet, onClose }: RuleDialogProps) {
  const id = useId();
  const [choice, setChoice] = useState<(typeof choices)[number][0] | null>(null);
  const [daysText, setDaysText] = useState('');
  const [isTried, setTried] = useState(false);
  const days = numberOf(daysText, daysRange);
  const daysError = isTried && choice === 'timed' && days === null ? 'Enter the number of days' : null;
  const group = {
    id: `${id}-rules`,
    error: isTried && choice === null ? <ErrorText>Choose an unlock type</ErrorText> : null,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (choice === null) return document.getElementById(`${id}-${choices[0][0]}`)?.focus();
    const UnlockType = unlockFilters[choice];
    if (choice === 'timed' && days === null) return document.getElementById(`${id}-days`)?.focus();
    onClose();
    // The stored days stay where nobody counts them.
    return onSet(choice === 'timed' ? { UnlockType, UnlockAfterDays: days } : { UnlockType });
  };

  return (
    <Dialog
      isOpen
      title={`Set the unlock rule of ${counted(count, 'section')}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={`${id}-form`}>
            Set unlock rule
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate className={styles.form} onSubmit={submit}>
        <RadioGroup
          {...describedBy(group)}
          role="radiogroup"
          aria-required
          legend="Unlock type"
          notes={<Notes {...group} />}
        >
          {choices.map(([value, title, hint]) => (
            <Radio
              key={value}
              id={`${id}-${value}`}
              name={`${id}-rule`}
              title={title}
              hint={hint}
              checked={choice === value}
              onChange={() => setChoice(value)}
            />
          ))}
        </RadioGroup>
        {choice === 'timed' && (
          <TextInput
            id={`${id}-days`}
            label="Unlock after (days)"
            isNumber
            error={daysError}
            value={daysText}
            onChange={({ target }) => setDaysText(target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
