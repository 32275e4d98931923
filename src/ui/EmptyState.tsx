import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing to list: says what, and what to do next. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      {children && <p className={styles.text}>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
