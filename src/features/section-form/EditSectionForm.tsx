import { useNavigate } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { FormShell } from '#/forms/FormShell';
import { useUnsavedChanges } from '#/forms/useUnsavedChanges';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import { Panel } from '#/ui/Panel';
import { Skeleton } from '#/ui/Skeleton';
import { FixedCourse } from './fields/FixedCourse';
import { loadFormExtras } from './loadFormExtras';
import { SectionFields } from './SectionFields';
import { useSectionEditor } from './useSectionEditor';

const loadDetails = async () => (await loadFormExtras()).SectionDetails;
const loadSaveNotices = async () => (await loadFormExtras()).SaveNotices;
const loadDrafts = async () => (await loadFormExtras()).EditFormDrafts;
const loadHistory = async () => (await loadFormExtras()).HistoryPanel;
const loadConflictPanel = async () => (await loadFormExtras()).ConflictPanel;
const loadUnreadableFields = async () => (await loadFormExtras()).UnreadableFields;

/** The form over one stored section. */
export function EditSectionForm({ opened }: { opened: SectionRecord }) {
  const navigate = useNavigate();
  const editor = useSectionEditor(opened);
  const { base, form, save, question } = editor;
  const guard = useUnsavedChanges(form);
  const courseId = base.CourseId;
  const back =
    courseId === null ? wayBack(paths.courses()) : wayBack(paths.courseSections(courseId), base.Id);
  const hasNotices = save.phase === 'checking' || save.isUnknown || save.isDeleted || save.notes.length > 0;

  const recreate = () => {
    guard.allowNextNavigation();
    // From here on it is the new form's draft.
    autosave.current()?.discard();
    void navigate(paths.newSection(courseId ?? undefined), { state: { values: form.rhf.getValues() } });
  };

  return (
    <>
      <FormShell
        form={form}
        guard={guard}
        actions={
          <>
            <Button type="submit" variant="primary" isBusy={form.isSaving}>
              Save changes
            </Button>
            <Button variant="quiet" onClick={() => void navigate(back.to, { state: back.state })}>
              Cancel
            </Button>
          </>
        }
      >
        {(base.unreadable.length > 0 || base.Active === null) && (
          <LazyPart name="What could not be read" load={loadUnreadableFields} props={{ record: base }} />
        )}
        <LazyPart name="Keeping drafts" load={loadDrafts} props={{ editor }} />
        {hasNotices && (
          <LazyPart
            name="What became of the save"
            load={loadSaveNotices}
            props={{ save, onCheck: () => void form.submit('check'), onRecreate: recreate }}
          />
        )}
        {save.conflict && (
          <LazyPart
            key={save.conflict.theirs.UpdatedOn}
            name="The comparison"
            load={loadConflictPanel}
            props={{ conflict: save.conflict, onResolve: (choices) => void editor.resolve(choices) }}
          />
        )}
        <SectionFields
          form={form}
          course={<FixedCourse record={base} />}
          courseId={courseId}
          record={base}
          question={question}
        />
      </FormShell>
      <Panel title="Details">
        <LazyPart
          name="The details"
          load={loadDetails}
          props={{ record: base }}
          placeholder={<Skeleton height="6rem" />}
        />
      </Panel>
      <LazyPart name="Earlier versions" load={loadHistory} props={{ editor }} />
    </>
  );
}
