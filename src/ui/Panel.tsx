import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** A sheet for a group of fields or facts; its fields stand on one rhythm. With a title it is a section with an h2. */
export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      {title && <h2 className={styles.title}>{title}</h2>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}
