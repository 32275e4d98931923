import { type ReactNode, useState } from 'react';
import { dayText } from '#/lib/format';
import type { HistoryEntry } from '#/lib/localHistory';
import styles from './history.module.css';

interface ByDayProps<T> {
  /** Newest first. */
  versions: readonly HistoryEntry<T>[];
  timeOf: (version: HistoryEntry<T>) => number;
  children: (version: HistoryEntry<T>) => ReactNode;
}

/** What this browser has seen, each under its day. */
export function ByDay<T>({ versions, timeOf, children }: ByDayProps<T>) {
  const [today] = useState(() => Date.now());
  const dayOf = (version: HistoryEntry<T>) => dayText(timeOf(version), today);
  return [...new Set(versions.map(dayOf))].map((day) => (
    <section key={day} aria-label={day}>
      <h3 className={styles.day}>{day}</h3>
      <ol className={styles.list}>
        {versions
          .filter((version) => dayOf(version) === day)
          .map((version) => (
            <li key={version.key}>{children(version)}</li>
          ))}
      </ol>
    </section>
  ));
}
