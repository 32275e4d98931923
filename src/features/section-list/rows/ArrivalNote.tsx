import { useEffect, useState } from 'react';
import type { Created } from '#/features/saving/types';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import styles from './row.module.css';

interface ArrivalNoteProps {
  title: string;
  created: Created | undefined;
  isUnfiltered: boolean;
}

/** What there is to say of the row where one arrives, after a create or on the way back. */
export function ArrivalNote({ title, created, isUnfiltered }: ArrivalNoteProps) {
  // Read out is what comes into a status that is there already.
  const [isTold, setIsTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsTold(true));
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={styles.arrival}>
      {isTold && created && (
        <div className={styles.done}>
          <p>Section created</p>
          <VisuallyHidden>{title}</VisuallyHidden>
          {created.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {isTold && isUnfiltered && <p>The filter does not match it.</p>}
    </div>
  );
}
