import styles from '#/ui/Labelled.module.css';
import { Switch } from '#/ui/Switch';
import { describe, FieldNotes, type FieldProps } from './Field';
import type { FormValues } from './formValues';

/** On or off. */
export function SwitchField<V extends FormValues>(props: FieldProps<V>) {
  const { form, name } = props;
  return (
    <div className={styles.field}>
      <Switch {...form.register(name)} {...describe(props)} label={form.labels[name]} />
      <FieldNotes {...props} />
    </div>
  );
}
