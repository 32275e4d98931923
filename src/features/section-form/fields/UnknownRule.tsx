import type { SectionRecord } from '#/api/sections/sections';
import { rawValue, textOf } from '#/features/sections/model/sectionFormValues';
import { Notice } from '#/ui/Notice';

/** Names a stored unlock rule that none of the choices stands for. */
export function UnknownRule({ record }: { record: SectionRecord }) {
  return (
    <Notice
      tone="warning"
      title={`Unknown unlock rule (${textOf(rawValue(record, 'UnlockType')) || 'none'})`}
    >
      <p>
        This section has a rule that this app does not know. Saving leaves it as it is unless you choose one.
      </p>
    </Notice>
  );
}
