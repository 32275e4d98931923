import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link, useNavigate } from 'react-router-dom';
import { focusControl } from '../../forms/focusControl';
import { FormShell } from '../../forms/FormShell';
import { TextField } from '../../forms/TextField';
import { type EntityForm, useEntityForm } from '../../forms/useEntityForm';
import { useUnsavedChanges } from '../../forms/useUnsavedChanges';
import { parseId } from '../../lib/ids';
import { paths } from '../../paths';
import { Button, buttonClass } from '../../ui/Button';
import { LatePart } from '../../ui/LatePart';
import { Panel } from '../../ui/Panel';
import { CoursePicker } from './coursePicker/CoursePicker';
import { CreatedTwice } from './CreatedTwice';
import { CreateNotes } from './CreateNotes';
import { nextDisplayOrder } from './displayOrder';
import { controlIds, labels } from './fieldMap';
import { IntroductionField } from './introduction/IntroductionField';
import { OpeningFields } from './OpeningFields';
import { courseSectionsQuery } from './queries';
import { newSectionDefaults, type SectionFormValues } from './sectionForm';
import { useLateResolver } from './useLateResolver';
import { ThumbnailField } from './ThumbnailField';
import { type Created, useSectionCreate } from './useSectionCreate';

const loadCreateDesk = async () => (await import('./drafts/CreateDesk')).CreateDesk;
const another = 'another';

/** The form of a new section. `start` is what it begins with, and what “no changes” means. */
export function CreateSectionForm({ start }: { start: SectionFormValues }) {
  const navigate = useNavigate();
  const create = useSectionCreate();
  const [last, setLast] = useState<Created | null>(null);
  const resolver = useLateResolver(null);
  const form = useEntityForm<SectionFormValues>({
    resolver,
    defaultValues: start,
    labels,
    ids: controlIds,
    onSubmit: async (values, intent) => {
      setLast(null);
      const { report, created } = await create.submit(values, intent);
      if (created) leave(values, created, intent);
      return report;
    },
  });
  const guard = useUnsavedChanges(form);
  const courseId = parseId(useWatch({ control: form.rhf.control, name: 'courseId' }));
  const sections = useQuery({ ...courseSectionsQuery(courseId ?? 0), enabled: courseId !== null });
  useSuggestedOrder(
    form,
    start.displayOrder,
    courseId !== null && sections.data ? nextDisplayOrder(sections.data) : null,
  );

  const leave = (values: SectionFormValues, created: Created, intent: string | undefined) => {
    if (intent === another) {
      form.startOver(nextStart(values));
      setLast(created);
      focusControl(controlIds.title, null);
      return;
    }
    // What was typed after the click is in no section: the page stays, and says so.
    if (form.hasChangedSinceSubmit()) return setLast(created);
    guard.allowNextNavigation();
    void navigate(paths.courseSections(Number(values.courseId)), { state: { created } });
  };

  if (create.twins) return <CreatedTwice twins={create.twins} courseId={courseId} />;
  return (
    <FormShell
      form={form}
      guard={guard}
      actions={
        <>
          <Button type="submit" variant="primary" isBusy={form.isSaving}>
            Create section
          </Button>
          <Button type="submit" name="intent" value={another} isBusy={form.isSaving}>
            Create and add another
          </Button>
          <Link
            className={buttonClass('quiet')}
            to={courseId === null ? paths.courses() : paths.courseSections(courseId)}
          >
            Cancel
          </Link>
        </>
      }
    >
      <LatePart name="Keeping drafts" load={loadCreateDesk} props={{ form }} />
      <CreateNotes create={create} last={last} />
      <Panel title="About the section">
        <CoursePicker form={form} name="courseId" />
        <TextField form={form} name="title" isRequired hint="What members see as the name of the section." />
      </Panel>
      <Panel title="When members get it">
        <OpeningFields form={form} sections={courseId === null ? undefined : sections.data} />
      </Panel>
      <Panel title="What introduces it">
        <IntroductionField form={form} name="introduction" />
        <ThumbnailField form={form} imageFileName={null} />
      </Panel>
    </FormShell>
  );
}

/** “Create and add another” keeps the course and the rule, and takes the next order. */
function nextStart({
  courseId,
  displayOrder,
  unlockType,
  unlockAfterDays,
}: SectionFormValues): SectionFormValues {
  const order = nextDisplayOrder([{ Id: 0, DisplayOrder: Number(displayOrder) }]);
  return newSectionDefaults({ courseId, displayOrder: order, unlockType, unlockAfterDays });
}

/** Another course has another next order: put in as long as the box holds a suggestion of ours or nothing. */
function useSuggestedOrder(form: EntityForm<SectionFormValues>, first: string, next: number | null) {
  const suggested = useRef(first);
  const { getValues, setValue } = form.rhf;
  useEffect(() => {
    const current = getValues('displayOrder');
    const isOurs = current === '' || current === suggested.current;
    if (next === null || !isOurs || current === String(next)) return;
    suggested.current = String(next);
    setValue('displayOrder', suggested.current);
  }, [next, getValues, setValue]);
}
