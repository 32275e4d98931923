import { useId } from 'react';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import styles from './dialogs.module.css';

/** What becomes of one section. */
export interface ChangeLine {
  readonly id: number;
  readonly title: string;
  /**
   * `changes`: it holds something else now, or what it holds is not known. `same`: it is so already. `left`: the choice
   * does not concern it. `impossible`: no section can hold the outcome.
   */
  readonly fate: 'changes' | 'same' | 'left' | 'impossible';
  readonly before: string;
  /** What it is then; with `left` and `impossible` why it is not. */
  readonly after: string;
}

/** What a choice makes of each section: before → after. */
export function ChangePreview({ lines, isOne }: { lines: readonly ChangeLine[]; isOne: boolean }) {
  const id = useId();
  // What is in the way comes first: in a long list nobody would find it.
  const sorted = lines.toSorted((a, b) => Number(b.fate === 'impossible') - Number(a.fate === 'impossible'));
  return (
    <section aria-labelledby={id} className={styles.preview}>
      <h3 id={id} className={styles.heading}>
        Before → after
      </h3>
      {/* It scrolls, so it takes the focus: the arrow keys move it then. */}
      <ul tabIndex={isOne ? undefined : 0} aria-labelledby={id} className={styles.lines}>
        {sorted.map((line) => (
          <li key={line.id} className={styles[line.fate]}>
            {!isOne && (
              <>
                <bdi className={styles.name}>{line.title}</bdi>
                {': '}
              </>
            )}
            <Fate line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fate({ line: { fate, before, after } }: { line: ChangeLine }) {
  if (fate === 'same') return <>{before}, stays so</>;
  if (fate === 'left') return <>{`${before}, ${after}`}</>;
  return (
    <>
      {before} <span aria-hidden>→</span>
      <VisuallyHidden> becomes </VisuallyHidden> <b>{after}</b>
    </>
  );
}
