import { useNavigate } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { FormShell } from '#/forms/FormShell';
import { useUnsavedChanges } from '#/forms/useUnsavedChanges';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import { Skeleton } from '#/ui/Skeleton';
import { loadFormExtras } from './loadFormExtras';
import { SectionFields } from './SectionFields';
import styles from './SectionFields.module.css';
import { useSectionEditor } from './useSectionEditor';

const loadNotices = async () => (await loadFormExtras()).EditNotices;
const loadCourse = async () => (await loadFormExtras()).FixedCourse;
const loadBeside = async () => (await loadFormExtras()).BesideFields;

/** The form over one stored section. */
export function EditSectionForm({ opened }: { opened: SectionRecord }) {
  const navigate = useNavigate();
  const editor = useSectionEditor(opened);
  const { base, form, question } = editor;
  const guard = useUnsavedChanges(form);
  const courseId = base.CourseId;
  const back =
    courseId === null ? wayBack(paths.courses()) : wayBack(paths.courseSections(courseId), base.Id);

  return (
    <div className={styles.columns}>
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
        <LazyPart name="Keeping drafts" load={loadNotices} props={{ editor, guard }} />
        <SectionFields
          form={form}
          course={
            <LazyPart
              isOptional
              load={loadCourse}
              props={{ record: base }}
              placeholder={<div className={styles.course} />}
            />
          }
          courseId={courseId}
          record={base}
          question={question}
        />
      </FormShell>
      <LazyPart
        name="Details"
        load={loadBeside}
        props={{ editor }}
        placeholder={<Skeleton height="20rem" />}
      />
    </div>
  );
}
