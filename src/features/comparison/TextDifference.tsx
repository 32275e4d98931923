import { useMemo } from 'react';
import { diffTexts } from '#/lib/diff/diffTexts';
import typography from '#/ui/typography.module.css';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import { shortened } from './excerpts';
import styles from './comparison.module.css';

interface TextDifferenceProps {
  /** What the text is called: “the stored one”. */
  name: string;
  before: string;
  after: string;
  kind: 'text' | 'html';
}

/** What was removed and added between two texts, in place; long stretches that are the same are cut short. */
export function TextDifference({ name, before, after, kind }: TextDifferenceProps) {
  const { runs, isCoarse } = useMemo(() => diffTexts(before, after, kind), [before, after, kind]);
  const pieces = useMemo(() => shortened(runs), [runs]);
  return (
    <>
      {/* The text scrolls, so it must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre role="group" aria-label={name} tabIndex={0} className={styles.text} dir="auto">
        {pieces.map(({ kind: change, text, at }) => {
          if (change === 'same') return <span key={at}>{text}</span>;
          const Tag = change === 'removed' ? 'del' : 'ins';
          return (
            <Tag key={at} className={styles[change]}>
              <VisuallyHidden>{change === 'removed' ? '[removed: ' : '[added: '}</VisuallyHidden>
              {text}
              <VisuallyHidden>]</VisuallyHidden>
            </Tag>
          );
        })}
      </pre>
      {isCoarse && (
        <p className={typography.note}>
          The texts are very large or very different: more may be marked than really changed.
        </p>
      )}
    </>
  );
}
