import { type ComponentProps, useId } from 'react';
import styles from './input.module.css';
import { describedBy, ErrorText, Labelled, type LabelledProps } from './Labelled';

interface TextInputProps extends Omit<ComponentProps<'input'>, 'id'>, Omit<LabelledProps, 'id'> {
  id?: string;
  /**
   * For whole numbers: narrow, with the keyboard of digits, which on an iPhone has no minus: `signed` does without it.
   * Still text, since `type="number"` hides what is no number.
   */
  isNumber?: boolean | 'signed';
  /** In a dialog: takes the first focus. */
  'data-autofocus'?: boolean | undefined;
}

/** One line of text with its label, hint and messages. */
export function TextInput(props: TextInputProps) {
  const ownId = useId();
  const { id = ownId, label, hint, error, errorRole, isNumber = false, className, ...input } = props;
  const shownError = typeof error === 'string' ? error && <ErrorText>{error}</ErrorText> : error;
  const notes = { id, hint, error: shownError, errorRole };
  return (
    <Labelled {...notes} label={label} className={className}>
      <input
        autoComplete="off"
        inputMode={isNumber === true ? 'numeric' : undefined}
        {...input}
        {...describedBy(notes)}
        className={isNumber ? `${styles.input} ${styles.number}` : styles.input}
      />
    </Labelled>
  );
}
