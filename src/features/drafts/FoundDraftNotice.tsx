import type { SectionRecord } from '#/api/sections/sections';
import type { StoredDraft } from '#/lib/drafts/draft';
import { Differences } from '#/features/comparison/FieldDifferences';
import { visibleChanges } from '#/features/comparison/fieldText';
import type { OvertakenDraft } from '#/features/saving/overtaken';
import { readPendingSave } from '#/features/saving/pendingWrites';
import { service } from '#/features/saving/runWrite';
import { checkSave } from '#/features/saving/saveSection';
import { mergeSection } from '#/features/sections/model/mergeSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { isSameRecord } from '#/features/sections/model/serialization';
import { Breakable } from '#/ui/Breakable';
import { draftAfterCheck } from './draftAfterCheck';
import { DraftOffer, OvertakenNotice, UnreadableDraftNotice } from './DraftOffer';
import { InterruptedSave } from './InterruptedSave';
import { readSectionDraft, type SectionDraft } from './sectionDrafts';

const noPhase = () => {};

interface FoundDraftNoticeProps {
  found: StoredDraft;
  base: SectionRecord;
  /** Who has changed what was saved in it just now. */
  overtaken: OvertakenDraft | null;
  onRestore: (draft: SectionDraft) => void;
  onDiscard: () => void;
  onLooked: (draft: SectionDraft, next: SectionDraft | null, words: string) => Promise<void>;
}

/** A draft that stood there when the edit form was opened: what it holds, and what can be done with it. */
export function FoundDraftNotice({
  found,
  base,
  overtaken,
  onRestore,
  onDiscard,
  onLooked,
}: FoundDraftNoticeProps) {
  const draft = found.kind === 'draft' ? readSectionDraft(found.draft) : null;
  if (!draft) return <UnreadableDraftNotice found={found} onDiscard={onDiscard} />;
  const pending = readPendingSave(draft.pending);
  if (pending) {
    return (
      <InterruptedSave
        what="save"
        look={() => checkSave(pending, service, noPhase)}
        onResult={(result) => {
          if (result.outcome === 'unknown') return false;
          const words =
            result.outcome === 'saved' ? 'Your last save arrived.' : 'Your last save did not arrive.';
          const isPlain = result.outcome === 'saved' || result.outcome === 'notSaved';
          const other =
            result.outcome === 'deleted'
              ? 'This section has been deleted in the meantime.'
              : 'The section has been changed by someone else since your last save.';
          void onLooked(draft, draftAfterCheck(draft, pending, result), isPlain ? words : other);
          return true;
        }}
      />
    );
  }
  const stored = toFormValues(base);
  const merge = mergeSection(draft.base ?? base, base, draft.values);
  // Everything of it is stored already.
  if (visibleChanges(stored, merge.values).length === 0) return null;
  if (overtaken !== null) {
    return (
      <OvertakenNotice
        title={overtaken.title}
        isKept={overtaken.isKept}
        onUse={() => onRestore(draft)}
        onDismiss={onDiscard}
      >
        <Differences before={stored} after={merge.values} names={['Stored', 'Yours']} />
      </OvertakenNotice>
    );
  }
  const isStale = draft.base !== null && !isSameRecord(draft.base, base);
  return (
    <DraftOffer
      draft={draft}
      title="There is a draft of this section that was not saved"
      onRestore={() => onRestore(draft)}
      onDiscard={onDiscard}
    >
      {isStale && (
        <p>
          The section has been changed since, by{' '}
          <span dir="auto">
            <Breakable>{base.UpdatedBy ?? 'someone else'}</Breakable>
          </span>
          . Restoring keeps their changes of other fields
          {merge.conflicts.length > 0 && ', and asks where you both changed the same one'}.
        </p>
      )}
      <Differences before={stored} after={merge.values} names={['Stored', 'Draft']} />
    </DraftOffer>
  );
}
