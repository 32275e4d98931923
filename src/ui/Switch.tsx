import type { ComponentProps, ReactNode } from 'react';
import styles from './Switch.module.css';
import { VisuallyHidden } from './VisuallyHidden';

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  /** The accessible name; hidden from the eye when `isLabelHidden` (e.g. in a list row that shows its title already). */
  label: ReactNode;
  isLabelHidden?: boolean;
}

/** A native checkbox that says “switch”: works with `register()`, labels, forms and every input device. */
export function Switch({ label, isLabelHidden = false, className, onChange, ...input }: SwitchProps) {
  return (
    <label className={className ? `${styles.switch} ${className}` : styles.switch}>
      <input
        {...input}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox says its state itself
        role="switch"
        className={styles.input}
        onChange={(event) => {
          event.target.dataset['pressed'] = '';
          onChange?.(event);
        }}
      />
      {isLabelHidden ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
    </label>
  );
}
