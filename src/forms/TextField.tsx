import type { ComponentProps } from 'react';
import controls from '#/ui/controls.module.css';
import { describe, Field, type FieldProps } from './Field';
import type { FormValues } from './formValues';

interface TextFieldProps<V extends FormValues> extends FieldProps<V> {
  type?: 'text' | 'url';
  isRequired?: boolean;
  autoComplete?: string;
  /** For the variants of this field. */
  inputMode?: ComponentProps<'input'>['inputMode'];
  className?: string | undefined;
}

/** One line of text. Browsers are asked not to fill it in: these are not the user's own data. */
export function TextField<V extends FormValues>(props: TextFieldProps<V>) {
  const { form, name, hint, type = 'text', isRequired, autoComplete = 'off', inputMode, className } = props;
  return (
    <Field form={form} name={name} hint={hint}>
      <input
        {...form.register(name)}
        {...describe(props)}
        type={type}
        inputMode={inputMode}
        dir={type === 'url' ? 'ltr' : 'auto'}
        autoComplete={autoComplete}
        aria-required={isRequired}
        className={className ? `${controls.input} ${className}` : controls.input}
      />
    </Field>
  );
}
