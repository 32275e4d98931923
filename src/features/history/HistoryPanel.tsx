import { useEffect, useState } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { focusControl } from '#/forms/focusControl';
import { ageText } from '#/lib/age';
import { listText } from '#/lib/format';
import { createLocalHistory, earlierThan, type HistoryEntry, type HistoryList } from '#/lib/localHistory';
import { formatTimestamp } from '#/lib/timestamps';
import { pick } from '#/lib/objects';
import { newUuid } from '#/lib/uuid';
import { Button } from '#/ui/Button';
import { Details } from '#/ui/Details';
import { Panel } from '#/ui/Panel';
import { useAccount } from '#/features/sign-in/useAccount';
import { controlIds, labels, withDependents } from '#/features/sections/model/fields';
import { type SectionField, toFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionKey } from '#/features/sections/model/storageKeys';
import { Differences } from '#/features/comparison/FieldDifferences';
import { visibleChanges } from '#/features/comparison/fieldText';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import { historyDatabase } from './historyDatabase';
import typography from '#/ui/typography.module.css';
import styles from './history.module.css';
import { HistoryStatus } from './HistoryStatus';
import { sectionVersions } from './versions';

const versions = createLocalHistory(historyDatabase, sectionVersions, newUuid);

/** The stored versions of a section that this browser has seen; a field or all of one can go back into the form. */
export function HistoryPanel({ editor: { form, base, adopt } }: { editor: SectionEditor }) {
  const account = useAccount();
  const [seen, setSeen] = useState<HistoryList<SectionRecord> | null>(null);
  const [message, setMessage] = useState('');

  useEffect(() => {
    let isCurrent = true;
    const note = async (name: string) => {
      const list = await versions.note(name, sectionKey(base.Id), () => base);
      if (isCurrent) setSeen(list);
    };
    if (account !== null) void note(account);
    return () => {
      isCurrent = false;
    };
  }, [account, base]);

  const earlier = seen ? earlierThan(base, seen.versions, sectionVersions) : [];

  const handleRestore = (version: SectionRecord, fields: readonly SectionField[]) => {
    // An image that is gone cannot come back: the service keeps no old one.
    const old = toFormValues(version);
    const now = form.rhf.getValues();
    adopt(base, { ...now, ...pick(old, withDependents(fields)) });
    setMessage(`${listText(fields.map((field) => labels[field]))} put into the form. Save as usual.`);
    if (fields[0]) focusControl(controlIds[fields[0]], null);
  };

  return (
    <Panel title="Earlier versions">
      <p className={typography.note}>
        Nexudus keeps no history. These are the last versions that <strong>this browser</strong> has seen, 20
        at most; one of more than a million characters is left out.
      </p>
      <p role="status" className={styles.status}>
        {message}
      </p>
      <HistoryStatus what="version" isKept={seen && seen.isKept} count={earlier.length} />
      {earlier.length > 0 && (
        <ol className={styles.list}>
          {earlier.map((version) => (
            <li key={version.key}>
              <Version version={version} base={base} onRestore={handleRestore} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

interface VersionProps {
  version: HistoryEntry<SectionRecord>;
  base: SectionRecord;
  onRestore: (record: SectionRecord, fields: readonly SectionField[]) => void;
}

function Version({ version: { value: record, seenAt }, base, onRestore }: VersionProps) {
  const [now] = useState(() => Date.now());
  const [isOpen, setIsOpen] = useState(false);
  const [stored, old] = [toFormValues(base), toFormValues(record)];
  const fields = visibleChanges(stored, old).filter((field) => field !== 'courseId');
  const name = `${formatTimestamp(record.UpdatedOn)}, by ${record.UpdatedBy ?? 'unknown'}`;
  return (
    <Details summary={`${name} (seen ${ageText(now - seenAt)})`} onToggle={setIsOpen}>
      {fields.length === 0 ? (
        <p>No field of the form differs from what is stored now.</p>
      ) : (
        isOpen && (
          <>
            <Differences before={stored} after={old} names={['Stored now', 'Then']} />
            <div className={styles.actions}>
              {fields.map((field) => (
                <Button
                  key={field}
                  aria-label={`Restore ${labels[field]} of ${name}`}
                  onClick={() => onRestore(record, [field])}
                >
                  Restore {labels[field]}
                </Button>
              ))}
              {fields.length > 1 && (
                <Button aria-label={`Restore all of ${name}`} onClick={() => onRestore(record, fields)}>
                  Restore all
                </Button>
              )}
            </div>
          </>
        )
      )}
    </Details>
  );
}
