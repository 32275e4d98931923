import { type MouseEvent, type Ref, useLayoutEffect, useRef } from 'react';
import { CopyButton } from '#/ui/CopyButton';
import { Details } from '#/ui/Details';
import { focusControl } from './focusControl';
import styles from './ErrorSummary.module.css';
import { LongText } from './LongText';
import type { FormMessage } from './serverErrors';
import { numeral } from '#/lib/format';

/** How many messages are listed one by one, here and at a field; a server may send ten thousand. */
export const MAX_MESSAGES = 20;

interface ErrorSummaryProps {
  problems: readonly FormMessage[];
  /** The outcome in a sentence, '' for none. */
  lead: string;
  /** For support: shown under “Details” and copied. */
  details: string;
  /** The container, to be focused after each failed submit. */
  ref: Ref<HTMLDivElement>;
}

/** Everything that is wrong with the form, each item a way to its control, if there is one. Source: docs/wording.md “What is wrong, and where”. */
export function ErrorSummary({ problems, lead, details, ref }: ErrorSummaryProps) {
  const focusKeeper = useFocusKeeper();
  const rest = problems.slice(MAX_MESSAGES);
  const request = problems.find((problem) => problem.request)?.request;
  const allText = [...problems.map(({ text }) => text), details].join('\n');

  return (
    <div ref={ref} className={styles.summary} tabIndex={-1}>
      <div role="alert" ref={focusKeeper}>
        <h2>There is a problem</h2>
        {lead && <p>{lead}</p>}
        <ul>
          {problems.slice(0, MAX_MESSAGES).map(({ text, targetId }) => (
            <li key={targetId + text} dir="auto">
              <LongText text={text}>
                {(words) =>
                  targetId === '' ? (
                    words
                  ) : (
                    <a href={`#${targetId}`} onClick={(event) => follow(event, targetId)}>
                      {words}
                    </a>
                  )
                }
              </LongText>
            </li>
          ))}
        </ul>
      </div>
      {(rest.length > 0 || details) && (
        <div className={styles.more}>
          {rest.length > 0 && (
            <Details summary={`and ${numeral(rest.length)} more`}>
              <p dir="auto">{rest.map(({ text }) => text).join('\n')}</p>
            </Details>
          )}
          {details && (
            <Details summary="Details">
              <pre>{details}</pre>
            </Details>
          )}
          {request && <CopyButton {...request} />}
          <CopyButton text={allText} />
        </div>
      )}
    </div>
  );
}

function follow(event: MouseEvent<HTMLAnchorElement>, id: string) {
  // The address stays: a hash would be a navigation of its own, and one more step Back.
  event.preventDefault();
  focusControl(id, event.currentTarget.closest('form'));
}

/** When the summary goes away with the focus in it (all is saved now), the page's heading takes the focus. */
function useFocusKeeper() {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const container = ref.current?.parentElement;
    return () => {
      if (!container?.contains(document.activeElement)) return;
      // Asked again afterwards: strict mode runs this once while the summary stays.
      queueMicrotask(() => {
        if (!container.isConnected) document.querySelector<HTMLElement>('h1')?.focus();
      });
    };
  }, []);
  return ref;
}
