import { labels } from '#/features/sections/model/fields';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import styles from './comparison.module.css';
import { comparisons, visibleChanges } from './fieldText';
import { TextDifference } from './TextDifference';

interface DifferencesProps {
  before: SectionFormValues;
  after: SectionFormValues;
  /** What the two sides are called: “Stored”, “Draft”. null where there was nothing before. */
  names: readonly [before: string | null, after: string];
}

/** What differs between two states of a form, field by field. */
export function Differences({ before, after, names }: DifferencesProps) {
  return (
    <dl className={styles.fields}>
      {visibleChanges(before, after).map((field) => {
        const { kind, text } = comparisons[field];
        const [was, is] = [text(before), text(after)];
        return (
          <div key={field}>
            <dt>{labels[field]}</dt>
            {kind === 'html' ? (
              <dd>
                <TextDifference
                  name={`${labels[field]}: ${names.filter(Boolean).join(' and ')}`}
                  before={was}
                  after={is}
                  kind="html"
                />
              </dd>
            ) : (
              <>
                {names[0] !== null && (
                  <dd>
                    {names[0]}: <span dir="auto">{was || '(empty)'}</span>
                  </dd>
                )}
                <dd>
                  {names[1]}: <span dir="auto">{is || '(empty)'}</span>
                </dd>
              </>
            )}
          </div>
        );
      })}
    </dl>
  );
}
