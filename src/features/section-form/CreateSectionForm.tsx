import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { focusControl } from '#/forms/focusControl';
import { FormShell } from '#/forms/FormShell';
import { type EntityForm, useEntityForm } from '#/forms/useEntityForm';
import { useFormValue } from '#/forms/useFormValue';
import { type UnsavedChanges, useUnsavedChanges } from '#/forms/useUnsavedChanges';
import { parseId } from '#/lib/ids';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import { CoursePicker } from '#/features/courses/picker/CoursePicker';
import { CreatedTwice } from '#/features/saving/CreatedTwice';
import { CreateNotices } from '#/features/saving/CreateNotices';
import { nextDisplayOrder } from '#/features/sections/model/displayOrder';
import { controlIds, labels } from '#/features/sections/model/fields';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { FormSkeleton } from './FormSkeleton';
import { RefusedBefore } from './RefusedBefore';
import { createOrderQuestion } from './orderQuestion';
import { SectionFields } from './SectionFields';
import type { Created, SectionsArrival, TypedArrival } from '#/features/saving/types';
import { loadExtra, loadFormExtras, resolveLater } from './loadFormExtras';
import { another, useCreateSubmit } from './useCreateSubmit';

const loadDrafts = loadExtra('CreateFormDrafts');
const loadLast = loadExtra('LastCreated');

interface CreateSectionFormProps {
  /** What “no changes” means. */
  start: SectionFormValues;
  /** What someone typed for it elsewhere: not saved yet. */
  given: SectionFormValues | undefined;
  /** The section that it is to stand after, or the start of the course. */
  after: number | 'start' | undefined;
}

/** The form of a new section. */
export function CreateSectionForm({ start, given, after }: CreateSectionFormProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [question] = useState(() => ({ ...createOrderQuestion(client), wish: after }));
  const create = useCreateSubmit(question);
  const [last, setLast] = useState<{ created: Created; courseId: number } | null>(null);
  const [arrival, setArrival] = useState<TypedArrival | null>(null);
  const form = useEntityForm<SectionFormValues>({
    // One that was maybe created already has the number itself.
    resolver: resolveLater(null, create.mayArrive ? null : question),
    defaultValues: start,
    initialValues: given,
    labels,
    ids: controlIds,
    // The place that it was asked for is in the form by then, however late the code of its box is.
    prepare: async () => void (await loadFormExtras()).takeWish(form, question),
    onSubmit: async (values, intent) => {
      setLast(null);
      const { report, created, sent, typed } = await create.submit(values, intent, () =>
        form.rhf.getValues(),
      );
      if (!report.ok) return report;
      if (typed) {
        // It is a draft of the section: here nothing is unsaved any more.
        const now = form.rhf.getValues();
        form.rebase(now, now);
        if (created) setArrival({ created, typed });
        return { ...report, mustStay: true };
      }
      // Where this page alone still has what was sent, it stays.
      if (created) await leave(sent, created, report.mustStay ? 'leave' : intent);
      return report;
    },
  });
  const guard = useUnsavedChanges(form, true);
  const courseId = parseId(useFormValue(form.rhf, 'courseId'));
  const sections = useQuery({ ...courseSectionsQuery(courseId ?? 0), enabled: courseId !== null });
  const suggestedOrderRef = useSuggestedOrder(
    form,
    start.displayOrder,
    courseId,
    courseId !== null && sections.data?.isComplete ? nextDisplayOrder(sections.data.rows) : null,
    // The section that is being created moves the next order on, or has maybe: that is no change of what was sent.
    form.isSaving ||
      (create.mayArrive && courseId === create.courseId) ||
      // What was chosen for a number counts for that one.
      question.getSnapshot().choices.some((choice) => choice.courseId === courseId),
  );

  const leave = async (values: SectionFormValues, created: Created, intent: string | undefined) => {
    const told = { created, courseId: Number(values.courseId) };
    if (intent === another) {
      const { rebaseSection } = await loadFormExtras();
      const next = nextStart(values);
      const now = rebaseSection(form.rhf.getValues(), values, next);
      const { order } = suggestedOrderRef.current;
      if (values.displayOrder === order) suggestedOrderRef.current = { courseId, order: next.displayOrder };
      form.startOver(next);
      // What was typed after the click is of the next one.
      form.fill(now);
      setLast(told);
      focusControl(controlIds.title, null);
      return;
    }
    // Who saves to leave has a place to go to.
    if (intent === 'leave') return setLast(told);
    guard.allowNextNavigation();
    // Awaited, so that this form stays busy until it is gone: another click would create another section.
    await showInList(told.courseId, created);
  };

  const showInList = (ofCourse: number, created: Created) => {
    const { to, state } = wayBack(paths.courseSections(ofCourse), created.id);
    return navigate(to, { state: { ...state, created } satisfies SectionsArrival });
  };

  const keepTwins = () => {
    const [first] = create.twins?.rows ?? [];
    if (!first) return;
    const created: Created = {
      id: first.Id,
      title: first.Title ?? '',
      notes: ['It is there more than once; all were kept.'],
    };
    void showInList(courseId ?? 0, created);
  };

  if (create.twins) {
    return (
      <>
        <CreatedTwice
          twins={create.twins.rows}
          typed={create.twins.typed}
          courseId={courseId}
          onKeep={keepTwins}
        />
        {guard.dialog}
      </>
    );
  }
  if (arrival) {
    return (
      <>
        <OpenTyped arrival={arrival} guard={guard} isReady={!form.isSaving} />
        {guard.dialog}
      </>
    );
  }
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
          <Button
            variant="quiet"
            onClick={() =>
              void navigate(wayBack(courseId === null ? paths.courses() : paths.courseSections(courseId)).to)
            }
          >
            Cancel
          </Button>
        </>
      }
    >
      <RefusedBefore />
      <LazyPart name="Keeping drafts" load={loadDrafts} props={{ form, create }} />
      <CreateNotices
        phase={create.phase}
        isUnknown={create.isUnknown}
        courseId={create.courseId}
        onCheck={() => void form.submit('check')}
        onForget={create.forget}
      />
      {last && <LazyPart isOptional load={loadLast} props={{ ...last, question }} />}
      <SectionFields
        form={form}
        course={<CoursePicker form={form} name="courseId" />}
        courseId={courseId}
        record={null}
        question={question}
      />
    </FormShell>
  );
}

interface OpenTypedProps {
  arrival: TypedArrival;
  guard: UnsavedChanges;
  /** Not before whoever asked for the save has its answer: signing out, say, does not go on. */
  isReady: boolean;
}

/** Goes on to the section that was created, with what was typed since. Nothing more can be typed here meanwhile. */
function OpenTyped({ arrival, guard, isReady }: OpenTypedProps) {
  const navigate = useNavigate();
  const open = useEffectEvent(() => {
    guard.allowNextNavigation();
    void navigate(paths.editSection(arrival.created.id), { state: arrival });
  });
  useEffect(() => {
    if (isReady) open();
  }, [isReady]);
  return <FormSkeleton label="Opening the section…" />;
}

/** “Create and add another” keeps the course and the rule, and takes the next order. */
function nextStart({
  courseId,
  displayOrder,
  unlockType,
  unlockAfterDays,
}: SectionFormValues): SectionFormValues {
  const order = nextDisplayOrder([{ DisplayOrder: numberOf(displayOrder, orderRange) }]);
  return newSectionDefaults({ courseId, displayOrder: order, unlockType, unlockAfterDays });
}

/**
 * Another course has another next order: put in as long as the box holds what we suggested. Without a course, and while
 * the order of another one is not known, nothing is suggested.
 */
function useSuggestedOrder(
  form: EntityForm<SectionFormValues>,
  first: string,
  courseId: number | null,
  next: number | null,
  isHeld: boolean,
) {
  const suggested = useRef({ courseId, order: first });
  const suggest = useEffectEvent((order: string) => {
    const before = suggested.current;
    const values = form.rhf.getValues();
    if (before.courseId === courseId && before.order !== '') {
      // A list may lack what was just created here. If a section is gone instead, a gap does no harm.
      if (Number(order) < Number(before.order)) return;
      // Somebody has taken it meanwhile: what becomes of it is asked.
      if (form.errorsOf('displayOrder').length > 0) return;
    }
    // Also an emptied box is the person's own, unless there was no suggestion yet.
    if (values.displayOrder !== before.order) return;
    suggested.current = { courseId, order };
    if (order === before.order) return;
    // A form that nobody touched stays one.
    const next = { ...values, displayOrder: order };
    if (form.isDirty) form.rhf.setValue('displayOrder', order);
    else form.rebase(next, next);
  });
  useEffect(() => {
    if (isHeld) return;
    if (next !== null) suggest(String(next));
    else if (suggested.current.courseId !== courseId) suggest('');
  }, [next, courseId, isHeld]);
  return suggested;
}
