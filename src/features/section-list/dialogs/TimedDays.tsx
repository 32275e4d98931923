import { Radio } from '#/ui/RadioGroup';
import { TextInput } from '#/ui/TextInput';
import styles from './dialogs.module.css';

/** What stands in the boxes under “Timed”. */
export interface DaysText {
  /** Each section moves from where it is, instead of all getting one number. */
  readonly isShift: boolean;
  readonly to: string;
  readonly by: string;
}

interface TimedDaysProps {
  id: string;
  days: DaysText;
  /** Several sections: they can move by so many days, too. */
  hasShift: boolean;
  error: string | null;
  onChange: (days: DaysText) => void;
}

/** The days of “Timed”: one number for all, or so many days later or earlier for each. */
export function TimedDays({ id, days, hasShift, error, onChange }: TimedDaysProps) {
  const to = (
    <TextInput
      id={`${id}-days`}
      label="Unlock after (days)"
      isNumber
      error={days.isShift ? null : error}
      value={days.to}
      onChange={({ target }) => onChange({ ...days, to: target.value })}
    />
  );
  if (!hasShift) return to;
  const by = (
    <TextInput
      id={`${id}-by`}
      label="Move by (days)"
      isNumber="signed"
      error={days.isShift ? error : null}
      value={days.by}
      onChange={({ target }) => onChange({ ...days, by: target.value })}
    />
  );
  const radio = { name: `${id}-timed` };
  return (
    <div role="radiogroup" aria-label="Days" className={styles.days}>
      <Radio
        {...radio}
        id={`${id}-set-to`}
        title="Set to … days"
        checked={!days.isShift}
        onChange={() => onChange({ ...days, isShift: false })}
        after={!days.isShift && to}
      />
      <Radio
        {...radio}
        id={`${id}-move-by`}
        title="Move by … days"
        hint="Each timed section from where it is; -7 is a week earlier."
        checked={days.isShift}
        onChange={() => onChange({ ...days, isShift: true })}
        after={days.isShift && by}
      />
    </div>
  );
}
