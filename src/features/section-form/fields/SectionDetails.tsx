import type { SectionRecord } from '#/api/sections/sections';
import { zonedTimestampText } from '#/lib/timestamps';
import { Breakable } from '#/ui/Breakable';
import styles from './SectionDetails.module.css';

/** What the service keeps about a section besides its fields. */
export function SectionDetails({ record }: { record: SectionRecord }) {
  const facts: [string, string | null][] = [
    ['Number', String(record.Id)],
    ['UniqueId', record.UniqueId],
    ['SystemId', record.SystemId],
    ['Created', zonedTimestampText(record.CreatedOn)],
    ['Last updated', zonedTimestampText(record.UpdatedOn)],
    ['Last updated by', record.UpdatedBy],
  ];
  return (
    <dl className={styles.details}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">
            <Breakable>{value || '–'}</Breakable>
          </dd>
        </div>
      ))}
    </dl>
  );
}
