import controls from '#/ui/controls.module.css';
import { describe, Field, type FieldProps } from './Field';
import type { FormValues } from './formValues';

interface TextAreaFieldProps<V extends FormValues> extends FieldProps<V> {
  rows?: number;
  /** For source code: a fixed-width face, no spelling marks. */
  isCode?: boolean;
}

/** Several lines of text. */
export function TextAreaField<V extends FormValues>(props: TextAreaFieldProps<V>) {
  const { form, name, hint, rows, isCode = false } = props;
  return (
    <Field form={form} name={name} hint={hint}>
      <textarea
        {...form.register(name)}
        {...describe(props)}
        rows={rows}
        dir="auto"
        autoComplete="off"
        spellCheck={!isCode}
        className={isCode ? `${controls.textarea} ${controls.code}` : controls.textarea}
      />
    </Field>
  );
}
