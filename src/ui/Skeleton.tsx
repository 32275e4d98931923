import type { CSSProperties } from 'react';
import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** CSS lengths; the height is that of one line of text unless told. */
  width?: string;
  height?: string;
}

/** A quiet bar where text will stand. Decorative: say “Loading…” in a status beside it. */
export function Skeleton({ width = '100%', height }: SkeletonProps) {
  const style: CSSProperties = height ? { inlineSize: width, blockSize: height } : { inlineSize: width };
  return (
    <span aria-hidden="true" className={styles.line}>
      <span className={styles.bar} style={style} />
    </span>
  );
}
