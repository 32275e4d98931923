import { type FormEvent, useId, useState } from 'react';
import { Button } from '#/ui/Button';
import controls from '#/ui/controls.module.css';
import { Dialog } from '#/ui/Dialog';
import { daysRange, numberOf } from '#/features/sections/model/numberRanges';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import { unlockFilters } from '#/features/section-list/listFilter';
import { counted } from '#/lib/format';
import styles from '#/features/section-list/tools.module.css';

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

/** Gives the selected sections one unlock rule. */
export function RuleDialog({ count, onSet, onClose }: RuleDialogProps) {
  const id = useId();
  const [choice, setChoice] = useState<keyof typeof unlockFilters>('immediate');
  const [daysText, setDaysText] = useState('');
  const [isTried, setTried] = useState(false);
  const days = numberOf(daysText, daysRange);
  const error = isTried && choice === 'timed' && days === null ? 'Enter the number of days' : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
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
      <form id={`${id}-form`} noValidate className={styles.dialogForm} onSubmit={submit}>
        <fieldset className={controls.group}>
          <legend className={controls.legend}>Unlock type</legend>
          <div className={controls.radioList}>
            {choices.map(([value, label, hint]) => (
              <label key={value} className={controls.radio}>
                <input
                  type="radio"
                  name={`${id}-rule`}
                  aria-label={label}
                  aria-describedby={`${id}-${value}`}
                  checked={choice === value}
                  onChange={() => setChoice(value)}
                />
                <span>
                  <span className={controls.radioTitle}>{label}</span>
                  <span id={`${id}-${value}`} className={controls.radioHint}>
                    {hint}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {choice === 'timed' && (
          <div className={controls.field}>
            <label htmlFor={`${id}-days`} className={controls.label}>
              Unlock after (days)
            </label>
            {error && (
              <p id={`${id}-error`} className={controls.error}>
                {error}
              </p>
            )}
            <input
              id={`${id}-days`}
              inputMode="numeric"
              autoComplete="off"
              className={`${controls.input} ${controls.inputNumber}`}
              value={daysText}
              aria-invalid={error !== null || undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              onChange={({ target }) => setDaysText(target.value)}
            />
          </div>
        )}
      </form>
    </Dialog>
  );
}
