import { type ReactNode, useId } from 'react';
import { isMovedBetween } from './orderChange';
import { orderDifference } from './orderDifference';
import styles from './orders.module.css';
import { idsOf, type OrderEntry } from './orderHistory';

interface DifferenceProps {
  then: OrderEntry;
  now: OrderEntry;
}

/** What is between an earlier order and the present one, and what that means for putting it back. */
export function OrderChanges({ then, now: present }: DifferenceProps) {
  const { moved, added, gone } = orderDifference(idsOf(then), idsOf(present), isMovedBetween(then, present));
  const titles = new Map([
    ...then.sections.map(({ id, title }) => [id, title] as const),
    ...present.sections.map(({ id, title }) => [id, title] as const),
  ]);
  const line = (id: number, where: string) => (
    <li key={id}>
      <span dir="auto">{titles.get(id)}</span> <span className={styles.where}>{where}</span>
    </li>
  );
  return (
    <div className={styles.difference}>
      {moved.length > 0 && (
        <Part title="Moves back">{moved.map(({ id, was, now }) => line(id, `${now} → ${was}`))}</Part>
      )}
      {added.length > 0 && (
        <Part
          title="New since then"
          hint="A new section stays right after the one that it follows now; one at the beginning stays there."
        >
          {added.map(({ id, now }) => line(id, `position ${now} now`))}
        </Part>
      )}
      {gone.length > 0 && (
        <Part title="Gone since then" hint="What is gone is left out.">
          {gone.map(({ id, was }) => line(id, `position ${was} then`))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {hint && <p className={styles.where}>{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}
