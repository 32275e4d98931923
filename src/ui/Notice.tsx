import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Tone = 'info' | 'success' | 'warning' | 'danger';

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; left out, the notice is part of the page. */
  role?: 'alert' | 'status';
  className?: string | undefined;
}

export function Notice({ tone = 'info', title, children, actions, role, className }: NoticeProps) {
  return (
    <div role={role} className={`${styles.notice} ${styles[tone]} ${className ?? ''}`}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
