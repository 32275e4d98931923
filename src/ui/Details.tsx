import type { ReactNode } from 'react';
import styles from './Details.module.css';

interface DetailsProps {
  /** Words, with no control in them. */
  summary: ReactNode;
  children: ReactNode;
  onToggle?: (isOpen: boolean) => void;
}

export function Details({ summary, children, onToggle }: DetailsProps) {
  return (
    <details className={styles.details} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
