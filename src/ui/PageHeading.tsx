import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  /** The words of the h1, and first in the document's title. */
  children: string;
  /** What one does here, quieter beside the words and part of the h1: “Edit section”. */
  aside?: string | undefined;
  /** The end of the document's title: what the page belongs to. */
  place?: string | undefined;
  /** A line above: where this page belongs. */
  context?: ReactNode;
  /** Buttons or links beside the heading. */
  actions?: ReactNode;
}

/** The one h1 of a page. It takes focus after a navigation, and hands it on when a loading state is replaced. */
export function PageHeading({
  children,
  aside,
  place = 'Course sections',
  context,
  actions,
}: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    document.title = [children, ...(aside ? [aside] : []), place].join(' – ');
  }, [children, aside, place]);

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
        <h1
          ref={ref}
          tabIndex={-1}
          dir="auto"
          className={`${styles.heading} ${children.length > 120 ? styles.long : ''}`}
        >
          {children}
          {aside && (
            <>
              {' '}
              <span dir="ltr" className={styles.aside}>
                {aside}
              </span>
            </>
          )}
        </h1>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
