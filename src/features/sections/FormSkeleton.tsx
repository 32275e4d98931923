import { Skeleton } from '../../ui/Skeleton';
import styles from './sections.module.css';

/** Stands where the form will, in its measures, so that nothing jumps. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div className={styles.skeleton}>
      <p role="status" className={styles.note}>
        {label}
      </p>
      {['2.5rem', '2.5rem', '2.5rem', '12rem', '2.5rem', '18rem'].map((height, index) => (
        // The list is fixed: an index is an identity here.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          <Skeleton width="9rem" />
          <Skeleton height={height} />
        </div>
      ))}
    </div>
  );
}
