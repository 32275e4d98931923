import { type ReactNode, type SubmitEvent, useEffect, useEffectEvent, useRef } from 'react';
import { isComposing } from '#/lib/isComposing';
import { ErrorSummary } from './ErrorSummary';
import styles from './FormShell.module.css';
import type { FormValues } from './formValues';
import { SaveStatus } from './SaveStatus';
import type { EntityForm } from './useEntityForm';
import type { UnsavedChanges } from './useUnsavedChanges';

interface FormShellProps<V extends FormValues> {
  form: EntityForm<V>;
  /** From `useUnsavedChanges`: asked for here, so that no form can forget it. */
  guard: UnsavedChanges;
  /** The buttons of the save bar, the first one being what Enter does. `name="intent"` tells several apart. */
  actions: ReactNode;
  children: ReactNode;
}

/** A form with its error summary, save bar, status, question before leaving, and the keys that save. */
export function FormShell<V extends FormValues>({ form, guard, actions, children }: FormShellProps<V>) {
  const { problems, lead, details, summaryRef, isSaving, isDirty, hasFailed, savedAt, isAnew } = form;
  const ref = useRef<HTMLFormElement>(null);
  useFormKeys(ref, () => void form.submit());

  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const isNamed = submitter instanceof HTMLButtonElement && submitter.name === 'intent';
    void form.submit(isNamed ? submitter.value : undefined);
  };

  return (
    <>
      <form ref={ref} noValidate onSubmit={handleSubmit}>
        {problems.length > 0 && (
          <ErrorSummary problems={problems} lead={lead} details={details} ref={summaryRef} />
        )}
        {children}
        <div className={styles.saveBar}>
          {actions}
          <SaveStatus
            isSaving={isSaving}
            isDirty={isDirty}
            hasFailed={hasFailed}
            savedAt={isAnew ? null : savedAt}
          />
        </div>
      </form>
      {guard.dialog}
    </>
  );
}

/** Ctrl/Cmd+S wherever the focus is, Ctrl/Cmd+Enter in a text box of the form. Enter alone is the browser's own work. */
function useFormKeys(ref: { readonly current: HTMLFormElement | null }, save: () => void) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event;
    const isInForm = target instanceof HTMLElement && ref.current?.contains(target);
    if (
      isComposing(event) ||
      event.defaultPrevented ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    // On a keyboard without Latin letters the key is where S would be.
    const isSave = key.toLowerCase() === 's' || (event.code === 'KeyS' && key > '\u007F');
    const isSend = key === 'Enter' && isInForm && target.matches('input, textarea, [contenteditable]');
    if (!isSave && !isSend) return;
    event.preventDefault();
    // A dialog over the form has its own question to be answered first; a key held down is one wish.
    if (!event.repeat && !document.querySelector('dialog:modal')) save();
  });
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
}
