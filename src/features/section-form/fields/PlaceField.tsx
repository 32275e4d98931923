import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { useFieldValue } from '#/forms/useFieldValue';
import type { EntityForm } from '#/forms/useEntityForm';
import { Labelled } from '#/ui/Labelled';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { PlacePicker } from '#/features/course-changes/place/PlacePicker';
import { placeOf } from '#/features/course-changes/plan/placePlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { choiceFor } from '#/features/section-form/askOrder';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import { type TakenPlace, takePlace, takeWish } from '#/features/section-form/takePlace';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';

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

  const say = ({ number, text }: TakenPlace) => setSaid({ text, isRefused: number === null });

  const arrive = useEffectEvent(() => {
    const taken = takeWish(form, question);
    if (taken) say(taken);
  });
  useEffect(() => {
    // No event to do it in: this comes with the list.
    // oxlint-disable-next-line react/set-state-in-effect
    arrive();
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
          const taken = takePlace(question, courseId, rows, record, next);
          say(taken);
          const { number } = taken;
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
