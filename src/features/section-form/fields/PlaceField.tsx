import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { useFieldValue } from '#/forms/useFieldValue';
import type { EntityForm } from '#/forms/useEntityForm';
import { Labelled } from '#/ui/Labelled';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { permissionsOf } from '#/features/course-changes/permissions';
import { PlacePicker } from '#/features/course-changes/place/PlacePicker';
import { placeOf, type PlaceWish, planPlace } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { choiceFor, choose, storeOf } from '#/features/section-form/askOrder';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { useRefusedRoles } from '#/features/sign-in/useRefusedRoles';
import { roomText } from './roomText';

export interface PlaceFieldProps {
  form: EntityForm<SectionFormValues>;
  question: OrderQuestion;
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
}

/** “Place”: where the section stands among the others. It writes the number, and shows where a number leads. */
export function PlaceField({ courseId, ...props }: PlaceFieldProps) {
  const query = courseSectionsQuery(courseId ?? 0);
  const { data, isError } = useQuery({ ...query, enabled: courseId !== null });
  if (courseId !== null && data?.isComplete) return <Place {...props} courseId={courseId} rows={data.rows} />;
  const isLoading = courseId !== null && !data && !isError;
  const without = courseId === null ? 'Choose the course first' : 'The other sections are not known';
  return <TextInput label="Place" disabled placeholder={isLoading ? 'Loading…' : without} />;
}

interface PlaceProps extends Omit<PlaceFieldProps, 'courseId'> {
  courseId: number;
  rows: readonly SectionListRow[];
}

function Place({ form, question, courseId, record, rows }: PlaceProps) {
  const [value, setValue] = useFieldValue({ form, name: 'displayOrder' });
  const [said, setSaid] = useState({ text: '', isRefused: false });
  const store = storeOf(question, courseId);
  const missingRoles = useRefusedRoles();
  const { activity } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  useSyncExternalStore(question.subscribe, question.getSnapshot);
  const others = useMemo(() => rows.filter(({ Id }) => Id !== record?.Id), [rows, record]);
  const sections = useMemo(
    () =>
      rows.flatMap((row, index) =>
        row.Id === record?.Id ? [] : [{ id: row.Id, title: sectionTitle(row), position: index + 1 }],
      ),
    [rows, record],
  );
  const stored = useMemo(() => storedOrders(others), [others]);
  const order = numberOf(value, orderRange);
  const choice = order === null ? null : choiceFor(question, courseId, order);
  const shown = order === null ? null : placeOf(stored, order, record?.Id);

  /** @returns the number that goes into the box; null: the place can't be had */
  const take = (next: PlaceWish): string | null => {
    const own = record?.DisplayOrder ?? null;
    const isLast = next === stored.findLast(({ displayOrder }) => displayOrder !== null)?.id;
    // Where it stands already, also beside others with its number.
    if (own !== null && placeOf(stored, own, record?.Id) === (isLast ? 'end' : next)) {
      setSaid({ text: '', isRefused: false });
      return String(own);
    }
    const plan = planPlace(stored, next, { own });
    if (plan.status === 'refused') {
      const isGone = plan.reason === 'differentIds';
      const text = isGone ? 'That section is gone.' : 'There are more sections than numbers for their order.';
      setSaid({ text, isRefused: true });
      return null;
    }
    const { reorder } = permissionsOf(missingRoles, activity?.phase === 'ended');
    if (plan.writes.length > 0 && reorder !== null) {
      setSaid({ text: `Other sections would have to change for that place. ${reorder}`, isRefused: true });
      return null;
    }
    const changed = plan.writes.map(({ id }) => id);
    const place = { wish: next, changed };
    choose(question, { courseId, order: plan.number, what: 'room', writes: changed.length, place });
    setSaid({ text: roomText(others, plan), isRefused: false });
    return String(plan.number);
  };

  const { wish } = question;
  const takeWish = useEffectEvent(() => {
    // The number is somebody's own by now; the title may be typed before the list is there.
    if (wish === undefined || (form.isDirty && value !== form.rhf.formState.defaultValues?.displayOrder))
      return;
    const number = take(wish);
    if (number === null) return;
    const next = { ...form.rhf.getValues(), displayOrder: number };
    if (form.isDirty) form.rhf.setValue('displayOrder', number);
    // A form that nobody touched stays one.
    else form.rebase(next, next);
  });
  useEffect(() => {
    // No event to do it in: this comes with the list.
    // oxlint-disable-next-line react/set-state-in-effect
    takeWish();
  }, []);

  const { displayOrder: orderId } = form.ids;
  const id = `${orderId}-place`;
  return (
    <Labelled id={id} label="Place">
      <PlacePicker
        described={{ id, 'aria-describedby': `${orderId}-hint` }}
        sections={sections}
        chosen={choice?.place?.wish ?? shown}
        onChoose={(next) => {
          const number = take(next);
          if (number === null || number === value) return;
          // Into the box, and then as if it were typed there.
          form.rhf.setValue('displayOrder', number);
          setValue(number);
        }}
      />
      <output className={said.isRefused ? typography.note : typography.hidden} dir="auto">
        {said.text}
      </output>
    </Labelled>
  );
}
