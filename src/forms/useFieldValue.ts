import type { FieldProps } from './Field';
import type { FormValues } from './formValues';
import { useFormValue } from './useFormValue';

/**
 * For a field of text whose control is more than a native input: the form's value, and a setter that counts as typing,
 * with the same checks.
 */
export function useFieldValue<V extends FormValues>({ form, name }: Pick<FieldProps<V>, 'form' | 'name'>) {
  const value = String(useFormValue(form.rhf, name));
  const { onChange } = form.register(name);
  const setValue = (next: string) => void onChange({ type: 'change', target: { name, value: next } });
  return [value, setValue] as const;
}
