import { useNavigate } from 'react-router-dom';
import { autosave } from '#/forms/autosave';
import type { UnsavedChanges } from '#/forms/useUnsavedChanges';
import { EditFormDrafts } from '#/features/drafts/EditFormDrafts';
import { ConflictPanel } from '#/features/saving/ConflictPanel';
import { SaveNotices } from '#/features/saving/SaveNotices';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import type { Choices } from '#/features/sections/model/mergeSection';
import { paths } from '#/paths';
import { UnreadableFields } from './fields/UnreadableFields';

interface EditNoticesProps {
  editor: SectionEditor & { readonly resolve: (choices: Choices) => Promise<void> };
  guard: UnsavedChanges;
}

/** All that is said above the fields of a stored section: its drafts, what became of a save, a colleague's changes. */
export function EditNotices({ editor, guard }: EditNoticesProps) {
  const navigate = useNavigate();
  const { base, form, save } = editor;
  const hasNotices = save.phase === 'checking' || save.isUnknown || save.isDeleted || save.notes.length > 0;

  const recreate = () => {
    guard.allowNextNavigation();
    // From here on it is the new form's draft.
    autosave.current()?.discard();
    void navigate(paths.newSection(base.CourseId ?? undefined), { state: { values: form.rhf.getValues() } });
  };

  return (
    <>
      {save.conflict && (
        <ConflictPanel
          key={save.conflict.theirs.UpdatedOn}
          conflict={save.conflict}
          onResolve={(choices) => void editor.resolve(choices)}
        />
      )}
      {(base.unreadable.length > 0 || base.Active === null) && <UnreadableFields record={base} />}
      <EditFormDrafts editor={editor} />
      {hasNotices && (
        <SaveNotices save={save} onCheck={() => void form.submit('check')} onRecreate={recreate} />
      )}
    </>
  );
}
