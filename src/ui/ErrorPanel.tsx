import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { Details } from './Details';
import { Notice } from './Notice';
import styles from './ErrorPanel.module.css';

interface ErrorPanelProps {
  /** Left out where the page's h1 says it already. */
  title?: string;
  text: string;
  /** For support: shown under “Details” and copied by “Copy details”. */
  details?: string;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean;
  /** Further ways out (links, buttons). */
  actions?: ReactNode;
}

/** Something went wrong with a part of the page: what, why as far as it is known, and the next steps. */
export function ErrorPanel({
  title,
  text,
  details = '',
  onRetry,
  isRetrying = false,
  actions,
}: ErrorPanelProps) {
  const ref = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const panel = ref.current;
    return () => {
      // A retry takes its button away: the focus stays in the page, and a new heading picks it up, else the one that stays.
      const main = panel?.closest('main');
      if (!main || !panel?.contains(document.activeElement)) return;
      main.focus({ preventScroll: true });
      queueMicrotask(() => {
        if (document.activeElement === main) main.querySelector('h1')?.focus({ preventScroll: true });
      });
    };
  }, []);

  return (
    <div ref={ref}>
      <Notice
        tone="danger"
        role="alert"
        title={title}
        actions={
          <>
            {onRetry && (
              <Button variant="primary" isBusy={isRetrying} onClick={onRetry}>
                Retry
              </Button>
            )}
            {actions}
            {details && <CopyButton text={`${title ?? text}\n${details}`} />}
          </>
        }
      >
        <p dir="auto" className={styles.text}>
          {text}
        </p>
        {details && (
          <Details summary="Details">
            <pre>{details}</pre>
          </Details>
        )}
      </Notice>
    </div>
  );
}
