import controls from '#/ui/controls.module.css';
import { Switch } from '#/ui/Switch';
import { describe, FieldNotes, type FieldProps } from './Field';
import type { FormValues } from './formValues';

/** On or off. */
export function SwitchField<V extends FormValues>(props: FieldProps<V>) {
  const { form, name } = props;
  return (
    <div className={controls.field}>
      <Switch {...form.register(name)} {...describe(props)} label={form.labels[name]} />
      <FieldNotes {...props} />
    </div>
  );
}
