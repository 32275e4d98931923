import type { ReactNode } from 'react';
import styles from './Labelled.module.css';
import typography from './typography.module.css';

/** What is said of a control besides its name. */
export interface NotesProps {
  /** Of the control. */
  id: string;
  hint?: ReactNode;
  /** What is wrong: an `ErrorText` for each message. Nothing is said while it is empty. */
  error?: ReactNode;
  /** `alert` where nothing else says that something is wrong. */
  errorRole?: 'alert' | undefined;
}

/** The attributes that tie a control to its notes: what is wrong is read out before what is explained. */
export function describedBy({ id, hint, error }: NotesProps) {
  const parts = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return {
    id,
    'aria-describedby': parts.join(' ') || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}

/** The hint and the messages of a control. */
export function Notes({ id, hint, error, errorRole }: NotesProps) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className={typography.note}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} role={errorRole}>
          {error}
        </div>
      )}
    </>
  );
}

export function ErrorText({ children }: { children: ReactNode }) {
  return (
    <p className={styles.error} dir="auto">
      {children}
    </p>
  );
}

export interface LabelledProps extends NotesProps {
  label: ReactNode;
}

/** Label, notes and the control itself, on which `describedBy` of the same properties is spread. */
export function Labelled({
  label,
  className,
  children,
  ...notes
}: LabelledProps & { className?: string | undefined; children: ReactNode }) {
  return (
    <div className={className ? `${styles.field} ${className}` : styles.field}>
      <label className={styles.label} htmlFor={notes.id}>
        {label}
      </label>
      <Notes {...notes} />
      {children}
    </div>
  );
}
