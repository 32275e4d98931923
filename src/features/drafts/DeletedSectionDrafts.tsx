import { useNavigate } from 'react-router-dom';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';
import { useAccount } from '#/features/sign-in/useAccount';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { Differences } from '#/features/comparison/FieldDifferences';
import { DraftOffer, Undoable, UnreadableDraftNotice } from './DraftOffer';
import { sectionKey } from '#/features/sections/model/storageKeys';
import { readSectionDraft, sectionDrafts } from './sectionDrafts';
import { useDiscard } from './useDiscard';
import { keyOfStored, useStoredDrafts } from './useStoredDrafts';

const nobody: ReadonlyMap<string, string> = new Map();
const nothing = newSectionDefaults({ courseId: '', displayOrder: null });

/** The drafts of a section that is not there any more: what was typed can become a new one. */
export function DeletedSectionDrafts({ sectionId }: { sectionId: number }) {
  const account = useAccount();
  return account === null ? null : <Offers account={account} sectionId={sectionId} />;
}

function Offers({ account, sectionId }: { account: string; sectionId: number }) {
  const navigate = useNavigate();
  const drafts = useStoredDrafts(account, sectionKey(sectionId), nobody);
  const discarding = useDiscard(drafts);
  return (
    <>
      {discarding.discarded && <Undoable title="Draft discarded" onUndo={() => discarding.undo()} />}
      {drafts.found.map((found) => {
        const draft = found.kind === 'draft' ? readSectionDraft(found.draft) : null;
        const { tab } = keyOfStored(found);
        const handleDiscard = () => discarding.discard(found);
        if (!draft) return <UnreadableDraftNotice key={tab} found={found} onDiscard={handleDiscard} />;
        const { courseId } = draft.values;
        const handleCreate = () => {
          const { values } = draft;
          const thumbnail = values.thumbnail === 'remove' ? 'keep' : values.thumbnail;
          void navigate(paths.newSection(parseId(courseId) ?? undefined), {
            state: { values: { ...values, thumbnail } },
          });
          // From here on it is the new form's draft; until that is written, the history holds it.
          void sectionDrafts.remove(draft.place);
        };
        return (
          <DraftOffer
            key={tab}
            draft={draft}
            title="There is a draft of this section that was not saved"
            onRestore={handleCreate}
            restoreLabel="Create it again from my version"
            onDiscard={handleDiscard}
          >
            <Differences before={nothing} after={draft.values} names={[null, 'Draft']} />
          </DraftOffer>
        );
      })}
    </>
  );
}
