import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { FormShell } from '#/forms/FormShell';
import { type EntityForm, useEntityForm } from '#/forms/useEntityForm';
import { useUnsavedChanges } from '#/forms/useUnsavedChanges';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import { Panel } from '#/ui/Panel';
import { Skeleton } from '#/ui/Skeleton';
import { FixedCourse } from './fields/FixedCourse';
import { controlIds, labels } from '#/features/sections/model/fields';
import { loadFormExtras } from './loadFormExtras';
import { loadSaving } from '#/features/saving/loadSaving';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { useLateResolver } from '#/features/saving/useLateResolver';
import { SectionFields } from './SectionFields';
import { useEditSubmit } from '#/features/saving/useEditSubmit';

const loadDetails = async () => (await loadFormExtras()).SectionDetails;
const loadSaveNotes = async () => (await loadSaving()).SaveNotices;
const loadEditDesk = async () => (await import('#/features/drafts/EditDesk')).EditDesk;
const loadHistory = async () => (await import('#/features/history/HistoryPanel')).HistoryPanel;
const loadConflictPanel = async () => (await loadSaving()).ConflictPanel;

/** The form over one stored section. `opened` is what was read for it; later reads never touch what is typed. */
export function EditSectionForm({ opened }: { opened: SectionRecord }) {
  const navigate = useNavigate();
  const [base, setBase] = useState(opened);
  const save = useEditSubmit(base, setBase);
  const resolver = useLateResolver(base);
  const form: EntityForm<SectionFormValues> = useEntityForm<SectionFormValues>({
    resolver,
    defaultValues: toFormValues(opened),
    labels,
    ids: controlIds,
    onSubmit: (values, intent) => save.submit(values, intent, form),
  });
  const guard = useUnsavedChanges(form);
  const courseId = base.CourseId;

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
            <Button
              variant="quiet"
              onClick={() =>
                void navigate(courseId === null ? paths.courses() : paths.courseSections(courseId))
              }
            >
              Cancel
            </Button>
          </>
        }
      >
        <LazyPart name="Keeping drafts" load={loadEditDesk} props={{ form, base, setBase, save }} />
        {save.hasNotices && (
          <LazyPart
            name="What became of the save"
            load={loadSaveNotes}
            props={{ save, onRecreate: recreate }}
          />
        )}
        {save.conflict && (
          <LazyPart
            key={save.conflict.theirs.UpdatedOn}
            name="The comparison"
            load={loadConflictPanel}
            props={{ conflict: save.conflict, onResolve: (choices) => void save.resolve(choices, form) }}
          />
        )}
        <SectionFields form={form} course={<FixedCourse record={base} />} courseId={courseId} record={base} />
      </FormShell>
      <Panel title="Details">
        <LazyPart
          name="The details"
          load={loadDetails}
          props={{ record: base }}
          placeholder={<Skeleton height="6rem" />}
        />
      </Panel>
      <LazyPart name="Earlier versions" load={loadHistory} props={{ form, base }} />
    </>
  );
}
