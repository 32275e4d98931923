import type { ReactNode } from 'react';
import { numeral } from '#/lib/format';
import { describedBy, ErrorText, Labelled, Notes } from '#/ui/Labelled';
import { MAX_MESSAGES } from './ErrorSummary';
import type { FieldName, FormValues } from './formValues';
import { LongText } from './LongText';
import type { EntityForm } from './useEntityForm';

/** What every field of the kit takes. The label, the id and the messages come from the form. */
export interface FieldProps<V extends FormValues> {
  form: EntityForm<V>;
  name: FieldName<V>;
  /** One explaining line; “Optional.” belongs here, never in the label. */
  hint?: ReactNode;
}

/** What the form knows of a field, as the controls of ui/ take it. */
export function labelled<V extends FormValues>({ form, name, hint }: FieldProps<V>) {
  return { id: form.ids[name], label: form.labels[name], hint, error: messagesOf(form.errorsOf(name)) };
}

function messagesOf(messages: readonly string[]): ReactNode {
  if (messages.length === 0) return null;
  const more = messages.length - MAX_MESSAGES;
  return (
    <>
      {messages.slice(0, MAX_MESSAGES).map((text) => (
        <ErrorText key={text}>
          <LongText text={text} />
        </ErrorText>
      ))}
      {more > 0 && <ErrorText>and {numeral(more)} more, listed at the top of the form</ErrorText>}
    </>
  );
}

/** The attributes that tie a control to its messages and its hint. */
export function describe<V extends FormValues>(field: FieldProps<V>) {
  return describedBy(labelled(field));
}

/** Label, hint, messages, control: a control of your own goes in as children, with `describe(props)` spread on it. */
export function Field<V extends FormValues>({ children, ...field }: FieldProps<V> & { children: ReactNode }) {
  return <Labelled {...labelled(field)}>{children}</Labelled>;
}

/** The hint and all messages of a field. */
export function FieldNotes<V extends FormValues>(field: FieldProps<V>) {
  const { id, hint, error } = labelled(field);
  return <Notes {...{ id, hint, error }} />;
}
