import type { ReactNode } from 'react';
import typography from './typography.module.css';

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={typography.hidden}>{children}</span>;
}
