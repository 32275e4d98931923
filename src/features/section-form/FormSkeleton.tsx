import { Panel } from '#/ui/Panel';
import { Skeleton } from '#/ui/Skeleton';
import typography from '#/ui/typography.module.css';
import styles from './FormSkeleton.module.css';

const panels = {
  'About the section': ['4rem', '4.1rem'],
  'When members get it': ['4rem', '12rem', '3rem'],
  'What introduces it': ['18rem'],
};

/** Stands where the form will, in its measures, so that nothing jumps. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div className={styles.skeleton}>
      <p role="status" className={typography.note}>
        {label}
      </p>
      {Object.entries(panels).map(([title, heights]) => (
        <Panel key={title} title={title}>
          {heights.map((height) => (
            <div key={height}>
              <Skeleton width="9rem" />
              <Skeleton height={height} />
            </div>
          ))}
        </Panel>
      ))}
    </div>
  );
}
