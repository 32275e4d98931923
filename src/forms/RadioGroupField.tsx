import type { ReactNode } from 'react';
import { Radio, RadioGroup } from '#/ui/RadioGroup';
import { describe, FieldNotes, type FieldProps } from './Field';
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
  return (
    <RadioGroup
      {...describe(props)}
      role={role}
      aria-required={role === 'radiogroup' ? isRequired : undefined}
      legend={form.labels[name]}
      notes={<FieldNotes form={form} name={name} hint={hint} />}
    >
      {options.map((option) => (
        <Radio
          key={option.value}
          {...form.register(name)}
          {...option}
          id={`${form.ids[name]}-${option.value}`}
        />
      ))}
    </RadioGroup>
  );
}
