import type { ReactNode } from 'react';
import controls from '#/ui/controls.module.css';
import type { FieldName, FormValues } from './formValues';
import { TextField } from './TextField';
import type { EntityForm } from './useEntityForm';

interface WholeNumberFieldProps<V extends FormValues> {
  form: EntityForm<V>;
  name: FieldName<V>;
  hint?: ReactNode;
  isRequired?: boolean;
}

/**
 * A whole number as text: `type="number"` hides what was typed when it is no number, and changes it when scrolled over.
 * `lib/wholeNumber.ts` reads it.
 */
export function WholeNumberField<V extends FormValues>(props: WholeNumberFieldProps<V>) {
  return <TextField {...props} inputMode="numeric" className={controls.inputNumber} />;
}
