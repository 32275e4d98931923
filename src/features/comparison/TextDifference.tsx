import { useEffect, useMemo, useRef, useState } from 'react';
import { diffTexts } from '#/lib/diff/diffTexts';
import { sizeText } from '#/lib/format';
import { Button } from '#/ui/Button';
import typography from '#/ui/typography.module.css';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import { firstPortions, shortened } from './excerpts';
import styles from './comparison.module.css';

/** Of both texts together: more is compared only when asked for, because the page stands still meanwhile. UTF-16 units. */
const MAX_UNASKED_CHARS = 30_000;
const MAX_UNASKED_STEPS = 5_000_000;

interface TextDifferenceProps {
  /** What the text is called: “the stored one”. */
  name: string;
  before: string;
  after: string;
  kind: 'text' | 'html';
}

/** What was removed and added between two texts, in place; of long ones at first only how long they are. */
export function TextDifference(props: TextDifferenceProps) {
  const { name, before, after } = props;
  const [isAsked, setIsAsked] = useState(false);
  const isLong = before !== '' && after !== '' && before.length + after.length > MAX_UNASKED_CHARS;
  if (!isLong || isAsked) return <Comparison {...props} isAsked={isAsked} />;
  return (
    <div className={styles.unasked}>
      <p className={typography.note}>
        Before: {sizeText(before.length)}. After: {sizeText(after.length)}. Comparing texts as long as this
        can take some seconds.
      </p>
      <Button aria-label={`Compare the texts: ${name}`} onClick={() => setIsAsked(true)}>
        Compare the texts
      </Button>
    </div>
  );
}

/** Long stretches that are the same are cut short, and of many changes the first are shown. */
function Comparison({ name, before, after, kind, isAsked }: TextDifferenceProps & { isAsked: boolean }) {
  const maxSteps = isAsked ? undefined : MAX_UNASKED_STEPS;
  const { runs, isCoarse } = useMemo(
    () => diffTexts(before, after, kind, maxSteps),
    [before, after, kind, maxSteps],
  );
  const pieces = useMemo(() => shortened(runs), [runs]);
  const [portions, setPortions] = useState(1);
  const { shown, isAll } = firstPortions(pieces, portions);
  const place = useRef<HTMLPreElement>(null);
  const mustFocus = isAsked ? isAll || portions === 1 : isAll && portions > 1;
  useEffect(() => {
    // The button that had the focus is gone.
    if (mustFocus) place.current?.focus({ preventScroll: true });
  }, [mustFocus]);
  return (
    <>
      {/* The text scrolls, so it must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={place} role="group" aria-label={name} tabIndex={0} className={styles.text} dir="auto">
        {shown.map(({ kind: change, text, at }) => {
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
      {!isAll && (
        <Button
          variant="quiet"
          data-repeats
          aria-label={`Show more of the difference: ${name}`}
          onClick={() => setPortions(portions + 1)}
        >
          Show more of the difference
        </Button>
      )}
      {isCoarse && (
        <p className={typography.note}>
          The texts are very large or very different: more may be marked than really changed.
        </p>
      )}
    </>
  );
}
