import { Fragment, type ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import controls from '#/ui/controls.module.css';
import { describe, FieldNotes, type FieldProps } from './Field';
import styles from './forms.module.css';
import type { FormValues } from './formValues';

export interface RadioOption {
  readonly value: string;
  readonly title: string;
  readonly hint?: string;
  /** A field that belongs to this choice: it stands directly after it. */
  readonly after?: ReactNode;
}

interface RadioGroupFieldProps<V extends FormValues> extends FieldProps<V> {
  options: readonly RadioOption[];
  /** `group` for choices that are a part of a larger group of fields. */
  role?: 'radiogroup' | 'group';
  isRequired?: boolean;
}

/** One of several, none being checked at first if the value is none of theirs. */
export function RadioGroupField<V extends FormValues>(props: RadioGroupFieldProps<V>) {
  const { form, name, hint, options, role = 'radiogroup', isRequired } = props;
  const { id, ...described } = describe(props);
  return (
    <fieldset
      {...described}
      id={id}
      role={role}
      className={controls.group}
      aria-labelledby={`${id}-legend`}
      aria-required={role === 'radiogroup' ? isRequired : undefined}
    >
      <legend id={`${id}-legend`} className={controls.legend}>
        {form.labels[name]}
      </legend>
      <FieldNotes form={form} name={name} hint={hint} />
      <div className={controls.radioList}>
        {options.map((option) => (
          <Fragment key={option.value}>
            <Radio {...option} id={`${id}-${option.value}`} field={form.register(name)} />
            {option.after && <div className={controls.dependent}>{option.after}</div>}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

interface RadioProps extends RadioOption {
  id: string;
  field: UseFormRegisterReturn;
}

/** The hint describes the radio rather than being in its label: the name is the title alone. */
function Radio({ value, title, hint, id, field }: RadioProps) {
  return (
    <div className={`${controls.radio} ${styles.choice}`}>
      <input
        {...field}
        type="radio"
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id} className={controls.radioTitle}>
        {title}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={controls.radioHint}>
          {hint}
        </p>
      )}
    </div>
  );
}
