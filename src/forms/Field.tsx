import type { ReactNode } from 'react';
import controls from '#/ui/controls.module.css';
import { MAX_MESSAGES } from './ErrorSummary';
import type { FieldName, FormValues } from './formValues';
import { LongText } from './LongText';
import type { EntityForm } from './useEntityForm';
import { numeral } from '#/lib/format';

/** What every field of the kit takes. The label, the id and the messages come from the form. */
export interface FieldProps<V extends FormValues> {
  form: EntityForm<V>;
  name: FieldName<V>;
  /** One explaining line; “Optional.” belongs here, never in the label. */
  hint?: ReactNode;
}

/** The attributes that tie a control to its messages and its hint: what is wrong is read out before what is explained. */
export function describe<V extends FormValues>({ form, name, hint }: FieldProps<V>) {
  const id = form.ids[name];
  const isInvalid = form.errorsOf(name).length > 0;
  const parts = [isInvalid ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return {
    id,
    'aria-describedby': parts.join(' ') || undefined,
    'aria-invalid': isInvalid || undefined,
  };
}

/** Label, hint, messages, control: a control of your own goes in as children, with `describe(props)` spread on it. */
export function Field<V extends FormValues>({ children, ...field }: FieldProps<V> & { children: ReactNode }) {
  const { form, name } = field;
  return (
    <div className={controls.field}>
      <label className={controls.label} htmlFor={form.ids[name]}>
        {form.labels[name]}
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}

/** The hint and all messages of a field. */
export function FieldNotes<V extends FormValues>({ form, name, hint }: FieldProps<V>) {
  const id = form.ids[name];
  const messages = form.errorsOf(name);
  const more = messages.length - MAX_MESSAGES;
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className={controls.hint}>
          {hint}
        </div>
      )}
      {messages.length > 0 && (
        <div id={`${id}-error`}>
          {messages.slice(0, MAX_MESSAGES).map((text) => (
            <p key={text} className={controls.error} dir="auto">
              <LongText text={text} />
            </p>
          ))}
          {more > 0 && (
            <p className={controls.error}>and {numeral(more)} more, listed at the top of the form</p>
          )}
        </div>
      )}
    </>
  );
}
