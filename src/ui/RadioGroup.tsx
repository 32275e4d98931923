import type { ComponentProps, ReactNode } from 'react';
import styles from './RadioGroup.module.css';
import typography from './typography.module.css';

interface RadioGroupProps extends ComponentProps<'fieldset'> {
  legend: string;
  /** Between the legend and the choices. */
  notes?: ReactNode;
  /** `Radio`s. */
  children: ReactNode;
}

/** One of several: a legend, what there is to say, and the choices. */
export function RadioGroup({ legend, notes, children, ...fieldset }: RadioGroupProps) {
  return (
    <fieldset {...fieldset} className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {notes}
      <div className={styles.list}>{children}</div>
    </fieldset>
  );
}

type RadioProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'children'> & {
  id: string;
  title: string;
  /** A field that belongs to this choice: it stands directly after it. */
  after?: ReactNode;
} & (
    | {
        /** One line that describes the choice rather than being in its name. */
        hint?: string | undefined;
        children?: never;
      }
    | {
        hint?: never;
        /** What describes it and can be scrolled or selected: only the title and the button are the target then. */
        children: ReactNode;
      }
  );

export function Radio({ id, title, hint, children, after, ...input }: RadioProps) {
  const describedBy = hint || children ? `${id}-hint` : undefined;
  return (
    <>
      <div className={styles.radio}>
        <input {...input} type="radio" id={id} aria-describedby={describedBy} />
        <label htmlFor={id} className={children ? `${styles.title} ${styles.alone}` : styles.title}>
          {title}
        </label>
        {hint && (
          <p id={describedBy} className={typography.note}>
            {hint}
          </p>
        )}
        {children && <div id={describedBy}>{children}</div>}
      </div>
      {after && <div className={styles.dependent}>{after}</div>}
    </>
  );
}
