import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { takeStateAway } from '#/forms/oneTimeState';
import type { EntityForm } from '#/forms/useEntityForm';
import { draftKey } from '#/lib/drafts/draft';
import { parseId } from '#/lib/ids';
import { newUuid } from '#/lib/uuid';
import { paths } from '#/paths';
import { Notice } from '#/ui/Notice';
import { courseTitle } from '#/features/courses/courseTitle';
import { courseQuery } from '#/features/courses/queries';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { Differences } from '#/features/comparison/FieldDifferences';
import { checkCreate } from '#/features/saving/createSection';
import { readPendingCreate } from '#/features/saving/pendingWrites';
import { service } from '#/features/saving/runWrite';
import { newOthers } from '#/features/saving/submitReports';
import { typedSince } from '#/features/saving/typedSince';
import type { CreateResult, LostCreate, PendingCreate } from '#/features/saving/types';
import { useAccount } from '#/features/sign-in/useAccount';
import { DraftOffer, Undoable, UnreadableDraftNotice } from './DraftOffer';
import { StorageNotice } from './StorageNotice';
import { InterruptedSave } from './InterruptedSave';
import { newPrefix } from '#/features/sections/model/storageKeys';
import { newDraft, readSectionDraft, type SectionDraft, sectionDrafts, toDraft } from './sectionDrafts';
import { undoRestore } from './undoRestore';
import { useDiscard } from './useDiscard';
import { useWhenTried } from './useWhenSaved';
import { moveDraft, useAutosave } from './useAutosave';
import { keyOfStored, useStoredDrafts } from './useStoredDrafts';
import { useOpenTabs } from './useOpenTabs';

interface CreateFormDraftsProps {
  form: EntityForm<SectionFormValues>;
  /** The creates of this form that were not found so far; those of a draft are taken along with it. */
  create: { readonly lost: readonly LostCreate[]; keepLost(lost: readonly LostCreate[]): void };
}

/** What stands behind the form of a new section: its draft, and the drafts of others that were never created. */
export function CreateFormDrafts(props: CreateFormDraftsProps) {
  const account = useAccount();
  return account === null ? null : <CreateDrafts {...props} account={account} />;
}

interface Restored {
  readonly draft: SectionDraft;
  readonly lost: readonly LostCreate[];
  /** What the form held before, and after. */
  readonly before: SectionFormValues;
  readonly after: SectionFormValues;
  readonly isMoved: Promise<boolean>;
}

const nothing = newSectionDefaults({ courseId: '', displayOrder: null });
const noWord = () => {};

function CreateDrafts({ form, create, account }: CreateFormDraftsProps & { account: string }) {
  const [tab] = useState(newUuid);
  const record = newPrefix + tab;
  const autosave = useAutosave({ form, place: { account, record, tab }, base: null });
  const { others } = useOpenTabs(record, tab, noWord);
  const drafts = useStoredDrafts(account, null, others);
  const discarding = useDiscard(drafts);
  const [restored, setRestored] = useState<Restored | null>(null);
  /** The drafts whose create was looked for in vain, by their keys. */
  const [notFound, setNotFound] = useState<ReadonlyMap<string, readonly LostCreate[]>>(new Map());
  const [looked, setLooked] = useState<{ result: CreateResult; isTypedKept: boolean } | null>(null);

  useWhenTried(form.isSaving, () => setRestored(null));

  // What the navigation brought along is a draft from here on: it would come back beside that one.
  const { state, key } = useLocation() as { state: unknown; key: string };
  const keepBrought = useEffectEvent(async () => {
    if (state !== null && (await autosave.saveDraftNow())) takeStateAway(key);
  });
  useEffect(() => void keepBrought(), []);

  const handleRestore = (draft: SectionDraft) => {
    const before = form.rhf.getValues();
    form.fill(draft.values);
    const after = form.rhf.getValues();
    // The button is gone before anything is waited for: pressed again, what it took the place of would be the draft.
    drafts.drop(draft.place);
    const lost = notFound.get(draftKey(draft.place)) ?? [];
    if (lost.length > 0) create.keepLost([...create.lost, ...lost]);
    setRestored({ draft, lost, before, after, isMoved: moveDraft(draft.place, autosave) });
  };
  const handleUndo = async ({ draft, lost, before, after, isMoved }: Restored) => {
    setRestored(null);
    if (lost.length > 0) create.keepLost(create.lost.filter((one) => !lost.includes(one)));
    const undone = undoRestore({ before, after, now: form.rhf.getValues(), draft: draft.values });
    form.fill(undone.form);
    const again = { ...draft, values: undone.draft };
    await isMoved;
    await sectionDrafts.save(toDraft(again));
    drafts.put(again);
  };
  const handleLooked = async (draft: SectionDraft, { values }: PendingCreate, found: CreateResult) => {
    if (found.outcome === 'notCreated') {
      setLooked({ result: found, isTypedKept: false });
      setNotFound((known) => new Map(known).set(draftKey(draft.place), found.lost));
      return;
    }
    drafts.drop(draft.place);
    const typed = draftOfFound(draft, 'late' in found && found.late ? found.late.values : values, found);
    const isKept = !typed || (await sectionDrafts.save(typed)) === 'kept';
    setLooked({ result: found, isTypedKept: typed !== null && isKept });
    if (!isKept) {
      const next = { ...draft, pending: null };
      await sectionDrafts.save(toDraft(next));
      drafts.put(next);
    } else await sectionDrafts.remove(draft.place);
  };

  return (
    <>
      <StorageNotice storage={autosave.storage} isDirty={form.isDirty} />
      {looked && <InterruptedCreate {...looked} />}
      {restored && (
        <Undoable title="Draft restored. It is not saved yet." onUndo={() => void handleUndo(restored)} />
      )}
      {discarding.discarded && <Undoable title="Draft discarded" onUndo={() => discarding.undo()} />}
      {drafts.found.map((found) => {
        const draft = found.kind === 'draft' ? readSectionDraft(found.draft) : null;
        const { record: key } = keyOfStored(found);
        const handleDiscard = () => discarding.discard(found);
        if (!draft) return <UnreadableDraftNotice key={key} found={found} onDiscard={handleDiscard} />;
        const pending = readPendingCreate(draft.pending);
        if (pending && !notFound.has(draftKey(draft.place))) {
          return (
            <InterruptedSave
              key={`${key} pending`}
              what="section"
              look={() => checkCreate(pending, service, noWord)}
              onResult={(found) => {
                if (found.outcome === 'unknown') return false;
                void handleLooked(draft, pending, found);
                return true;
              }}
            />
          );
        }
        return (
          <DraftOffer
            key={key}
            draft={draft}
            title={`Draft of a new section: ${draft.values.title.trim() || '(without a title)'}`}
            onRestore={() => handleRestore(draft)}
            onDiscard={handleDiscard}
          >
            <NewValues values={draft.values} />
          </DraftOffer>
        );
      })}
    </>
  );
}

/** All that a draft of a new section holds. */
function NewValues({ values }: { values: SectionFormValues }) {
  const courseId = parseId(values.courseId);
  const course = useQuery({ ...courseQuery(courseId ?? 0), enabled: courseId !== null });
  // People know courses by their titles.
  const shown = { ...values, courseId: course.data ? courseTitle(course.data) : values.courseId };
  return <Differences before={nothing} after={shown} names={[null, 'Draft']} />;
}

/** What was typed after it was sent, as a draft of the section that was found, the first if it is there twice. */
function draftOfFound(draft: SectionDraft, sent: SectionFormValues | null, found: CreateResult) {
  const record = found.outcome === 'created' ? found.record : null;
  const [id] = idsOf(found);
  const typed = id === undefined ? null : typedSince(sent, draft.values, record);
  return id !== undefined && typed ? newDraft(draft.place.account, id, record, typed) : null;
}

const notFoundText =
  'Your last section was not created, as far as three looks tell, and can still arrive. Creating it from its draft looks for it before anything is sent again.';

const idsOf = (found: CreateResult): readonly number[] => {
  if (found.outcome === 'created') return [found.id];
  return found.outcome === 'createdTwice' ? found.records.map(({ Id }) => Id) : [];
};

interface InterruptedCreateProps {
  result: CreateResult;
  isTypedKept: boolean;
}

/** What became of a section whose answer was lost with the page. */
function InterruptedCreate({ result, isTypedKept }: InterruptedCreateProps) {
  const ids = idsOf(result);
  if (ids.length === 0) {
    const others = result.outcome === 'notCreated' ? newOthers(result) : null;
    return <Notice role="status">{others ?? notFoundText}</Notice>;
  }
  return (
    <Notice
      tone={ids.length > 1 ? 'warning' : 'success'}
      role="status"
      title={ids.length > 1 ? 'Your last section was created twice' : 'Your last section was created'}
    >
      {ids.length > 1 && (
        <p>
          The network delivered it again, or an earlier one late. Look at them, and delete what you do not
          need.
        </p>
      )}
      {isTypedKept && (
        <p>
          What you typed after it was sent is kept as a draft of {ids.length > 1 ? `section ${ids[0]}` : 'it'}
          .
        </p>
      )}
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link to={paths.editSection(id)}>Open section {id}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
