import { useCallback, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FieldName, FormValues } from './formValues';

/** The value of one field as the form holds it now. `useWatch` knows far more than that, and is half a kilobyte larger. */
export function useFormValue<V extends FormValues, Name extends FieldName<V>>(
  rhf: UseFormReturn<V>,
  name: Name,
): V[Name] {
  const subscribe = useCallback(
    (callback: () => void) => rhf.subscribe({ formState: { values: true }, callback }),
    [rhf],
  );
  return useSyncExternalStore(subscribe, () => rhf.getValues()[name]);
}
