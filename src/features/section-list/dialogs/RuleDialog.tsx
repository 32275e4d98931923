import { type FormEvent, useId, useState } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { describedBy, ErrorText, Notes } from '#/ui/Labelled';
import { Radio, RadioGroup } from '#/ui/RadioGroup';
import { isBlank } from '#/lib/text';
import { int32 } from '#/lib/wholeNumber';
import { counted } from '#/lib/format';
import { daysRange, numberOf } from '#/features/sections/model/numberRanges';
import { unlockChoices } from '#/features/sections/model/sectionFormValues';
import type { ChangeTarget } from '#/features/course-changes/askedTypes';
import { changesText, obstacleText, type RuleChoice, ruleLines, type RuleNow } from './ruleChange';
import { ChangePreview } from './ChangePreview';
import { TimedDays, type DaysText } from './TimedDays';
import styles from './dialogs.module.css';

export interface RuleDialogProps {
  sections: readonly RuleNow[];
  onSet: (targets: readonly ChangeTarget[]) => void;
  onClose: () => void;
}

const choices = [
  ['immediate', 'Immediate', 'Available at once.'],
  ['sequential', 'Sequential', 'After the section before it is completed.'],
  ['timed', 'Timed', 'A number of days after enrolment.'],
] as const;

type Type = (typeof choices)[number][0];

const shiftRange = { min: -int32.max, max: int32.max };

/**
 * The unlock rule of one section, or of several. Several have none chosen at first: a slip would change them all. What
 * it makes of each one stands in the dialog before anything is changed.
 */
export function RuleDialog({ sections, onSet, onClose }: RuleDialogProps) {
  const id = useId();
  const [first] = sections;
  const one = sections.length === 1 ? first : undefined;
  const [type, setType] = useState<Type | null>(() => typeOf(one));
  const [days, setDays] = useState<DaysText>(() => ({ isShift: false, to: daysTextOf(one), by: '' }));
  const [isTried, setTried] = useState(false);

  const choice = choiceOf(type, days);
  const lines = choice && ruleLines(sections, choice);
  const obstacle = choice && lines && obstacleText(lines, choice);
  const isImpossible = lines?.some(({ fate }) => fate === 'impossible') ?? false;
  const targets = lines?.flatMap(({ id: of, title, set }) => (set ? [{ id: of, title, set }] : [])) ?? [];
  const daysError = isTried && type === 'timed' && choice === null ? daysErrorText(days) : null;
  const group = {
    id: `${id}-rules`,
    error: isTried && type === null ? <ErrorText>Choose an unlock type</ErrorText> : null,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (type === null) return document.getElementById(`${id}-${choices[0][0]}`)?.focus();
    if (choice === null) return document.getElementById(`${id}-${days.isShift ? 'by' : 'days'}`)?.focus();
    if (obstacle !== null) return undefined;
    onClose();
    return onSet(targets);
  };

  return (
    <Dialog
      isOpen
      title={
        one
          ? `Unlock rule of “${one.title}”`
          : `Set the unlock rule of ${counted(sections.length, 'section')}`
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={`${id}-form`} disabledReason={obstacle}>
            {one || obstacle !== null || targets.length === 0
              ? 'Set unlock rule'
              : `Change ${counted(targets.length, 'section')}`}
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
              checked={type === value}
              onChange={() => setType(value)}
              after={
                value === 'timed' &&
                type === 'timed' && (
                  <TimedDays id={id} days={days} hasShift={!one} error={daysError} onChange={setDays} />
                )
              }
            />
          ))}
        </RadioGroup>
        <div role="status" className={styles.outcome}>
          {obstacle !== null && <ErrorOrNote text={obstacle} isError={isImpossible} />}
          {lines && obstacle === null && !one && (
            <p>
              {changesText(lines, new Set(sections.filter(({ rule }) => rule === null).map((now) => now.id)))}
            </p>
          )}
        </div>
        {lines && <ChangePreview lines={lines} isOne={one !== undefined} />}
      </form>
    </Dialog>
  );
}

function ErrorOrNote({ text, isError }: { text: string; isError: boolean }) {
  return isError ? <ErrorText>{text}</ErrorText> : <p>{text}</p>;
}

/** The rule that one section has now; null where the form has no choice for it. */
const typeOf = (one: RuleNow | undefined): Type | null => unlockChoices[one?.unlockType ?? 0] || null;

/** The stored days; a 0 that no rule counts is nobody's wish. */
function daysTextOf(one: RuleNow | undefined): string {
  const stored = one?.unlockDays ?? null;
  if (stored === null || (stored === 0 && typeOf(one) !== 'timed')) return '';
  return String(stored);
}

function choiceOf(type: Type | null, { isShift, to, by }: DaysText): RuleChoice | null {
  if (type !== 'timed') return type && { kind: type };
  const number = isShift ? numberOf(by, shiftRange) : numberOf(to, daysRange);
  if (number === null) return null;
  return isShift ? { kind: 'shift', by: number } : { kind: 'days', days: number };
}

function daysErrorText({ isShift, to, by }: DaysText): string {
  if (isBlank(isShift ? by : to)) return 'Enter the number of days';
  return isShift ? 'Enter whole days, such as 7 or -7' : 'Enter whole days, such as 7';
}
