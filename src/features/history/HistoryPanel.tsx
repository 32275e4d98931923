import { useEffect, useState } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { focusControl } from '#/forms/focusControl';
import { dateTimeText, listText } from '#/lib/format';
import { createLocalHistory, earlierThan, type HistoryEntry, type HistoryList } from '#/lib/localHistory';
import { pick } from '#/lib/objects';
import { newUuid } from '#/lib/uuid';
import { Breakable } from '#/ui/Breakable';
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
import { ByDay } from './ByDay';
import { historyDatabase } from './historyDatabase';
import typography from '#/ui/typography.module.css';
import styles from './history.module.css';
import { HistoryStatus } from './HistoryStatus';
import { HistoryTime, momentOf, whoText } from './HistoryTime';
import { changeText, sectionVersions } from './versions';

const timeOf = ({ value, seenAt }: HistoryEntry<SectionRecord>) => momentOf(value.UpdatedOn, seenAt);

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

  const all = seen?.versions ?? [];
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
      <ByDay versions={earlier} timeOf={timeOf}>
        {(version) => (
          <Version
            {...{ version, base, account }}
            before={all[all.indexOf(version) + 1]?.value}
            onRestore={handleRestore}
          />
        )}
      </ByDay>
    </Panel>
  );
}

interface VersionProps {
  version: HistoryEntry<SectionRecord>;
  /** The one that this browser has seen before it. */
  before: SectionRecord | undefined;
  base: SectionRecord;
  account: string | null;
  onRestore: (record: SectionRecord, fields: readonly SectionField[]) => void;
}

function Version({ version, before, base, account, onRestore }: VersionProps) {
  const { value: record, seenAt } = version;
  const [isOpen, setIsOpen] = useState(false);
  const [stored, old] = [toFormValues(base), toFormValues(record)];
  const fields = visibleChanges(stored, old).filter((field) => field !== 'courseId');
  const at = timeOf(version);
  const who = whoText(record.UpdatedBy, account);
  const name = `${dateTimeText(at)}${who === null ? '' : `, by ${who}`}`;
  return (
    <Details
      summary={
        <span className={styles.line}>
          {changeText(before, record)}
          {who !== null && (
            <>
              {' · '}
              <bdi>
                <Breakable>{who}</Breakable>
              </bdi>
            </>
          )}
          {' · '}
          <HistoryTime at={at} seenAt={seenAt} />
        </span>
      }
      onToggle={setIsOpen}
    >
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
