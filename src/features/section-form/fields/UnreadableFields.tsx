import type { KnownProperty, SectionRecord } from '#/api/sections/sections';
import { Notice } from '#/ui/Notice';
import { labels } from '#/features/sections/model/fields';
import { writtenProperties } from '#/features/sections/model/sectionPayload';
import { listText } from '#/lib/format';

/** A switch has no third state in which it could show that nothing is stored. */
const isUnknown = (record: SectionRecord, property: KnownProperty) =>
  record.unreadable.includes(property) || (property === 'Active' && record.Active === null);

/** Names the fields whose stored value this app cannot read, so that what they show is not taken for it. */
export function UnreadableFields({ record }: { record: SectionRecord }) {
  const fields = writtenProperties.flatMap(([property, field]) =>
    isUnknown(record, property) ? [labels[field]] : [],
  );
  if (fields.length === 0) return null;
  return (
    <Notice tone="warning" title={`Could not be read: ${listText(fields)}`}>
      <p>
        The stored value is none that this app knows. Saving leaves it as it is unless you change the field.
      </p>
    </Notice>
  );
}
