import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  /** The words of the h1, and of the document's title unless `documentTitle` says more. */
  children: string;
  documentTitle?: string;
  /** A line above: where this page belongs. */
  context?: ReactNode;
  /** Buttons or links beside the heading. */
  actions?: ReactNode;
}

/** The one h1 of a page. It takes focus after a navigation, and hands it on when a loading state is replaced. */
export function PageHeading({ children, documentTitle = children, context, actions }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    document.title = `${documentTitle} – Course sections`;
  }, [documentTitle]);

  useLayoutEffect(() => {
    const heading = ref.current;
    const main = heading?.closest('main');
    if (main && document.activeElement === main) heading?.focus({ preventScroll: true });
    return () => {
      // The next heading finds the focus on main and takes it; without this it would fall to body.
      if (document.activeElement === heading) main?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {context && <div className={styles.context}>{context}</div>}
        <h1 ref={ref} tabIndex={-1} dir="auto" className={styles.heading}>
          {children}
        </h1>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
