import { Panel } from '#/ui/Panel';
import { Skeleton } from '#/ui/Skeleton';
import typography from '#/ui/typography.module.css';
import styles from './FormSkeleton.module.css';
import fields from './SectionFields.module.css';

const groups = {
  '': ['4rem', '4.1rem'],
  Availability: ['12rem', '3rem'],
  'Introduction and image': ['18rem'],
};

/** Stands where the form will, in its measures, so that nothing jumps. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div className={styles.skeleton}>
      <p role="status" className={typography.note}>
        {label}
      </p>
      <Panel>
        {Object.entries(groups).map(([title, heights]) => (
          <div key={title} className={fields.group}>
            {title && <h2>{title}</h2>}
            {heights.map((height) => (
              <div key={height}>
                <Skeleton width="9rem" />
                <Skeleton height={height} />
              </div>
            ))}
          </div>
        ))}
      </Panel>
    </div>
  );
}
