import type { SectionRecord } from '#/api/sections/sections';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { EntityForm } from '#/forms/useEntityForm';
import { useFormValue } from '#/forms/useFormValue';
import { Button } from '#/ui/Button';
import typography from '#/ui/typography.module.css';
import { useRefusedRoles } from '#/features/sign-in/useRefusedRoles';
import { permissionsOf } from '#/features/course-changes/permissions';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { planRoom } from '#/features/course-changes/plan/roomPlan';
import { choiceFor, choose, storeOf } from '#/features/section-form/askOrder';
import type { OrderChoice, OrderQuestion } from '#/features/section-form/orderQuestion';
import { sharingOrder } from '#/features/sections/model/displayOrderText';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { roomText } from './roomText';
import styles from './TakenOrder.module.css';

interface TakenOrderProps {
  form: EntityForm<SectionFormValues>;
  question: OrderQuestion;
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
}

/** For a number that another section has: what shall become of it, and what that changes. */
export function TakenOrder({ courseId, record, ...props }: TakenOrderProps) {
  const order = numberOf(useFormValue(props.form.rhf, 'displayOrder'), orderRange);
  if (courseId === null) return null;
  // A number that is as stored is nobody's business here.
  const isOpen = order !== record?.DisplayOrder;
  return <Question {...props} courseId={courseId} ownId={record?.Id} order={isOpen ? order : null} />;
}

interface QuestionProps extends Pick<TakenOrderProps, 'form' | 'question'> {
  courseId: number;
  ownId: number | undefined;
  /** null: nothing is asked. */
  order: number | null;
}

function Question({ form, question, courseId, ownId, order }: QuestionProps) {
  const list = useQuery(courseSectionsQuery(courseId)).data;
  const store = storeOf(question, courseId);
  const missingRoles = useRefusedRoles();
  const { activity } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  useSyncExternalStore(question.subscribe, question.getSnapshot);
  const others = useMemo(() => list?.rows.filter(({ Id }) => Id !== ownId) ?? [], [list, ownId]);
  const choice = order === null ? null : choiceFor(question, courseId, order);
  // A place was chosen: what it takes is said there.
  const isTaken = order !== null && !choice?.place && sharingOrder(others, order).length > 0;
  const room = useMemo(
    () => (isTaken ? planRoom(storedOrders(others), order) : null),
    [others, order, isTaken],
  );
  const { rhf } = form;
  useEffect(() => {
    // Another section has left the number: an error that asks for a choice would ask for what is not there.
    if (!isTaken && rhf.getFieldState('displayOrder').error?.type === 'taken')
      void rhf.trigger('displayOrder');
  }, [isTaken, rhf]);

  // The status is always there, so that what it says is heard.
  if (!isTaken || !room)
    return (
      <div>
        <p key="status" role="status" className={typography.note} />
      </div>
    );
  const chosen = choice?.what ?? null;
  const handleChoose = (what: OrderChoice['what']) => {
    const writes = room.status === 'planned' ? room.writes.length : 0;
    choose(question, { courseId, order, what, writes });
    // What was asked for at the field is answered.
    if (form.errorsOf('displayOrder').length > 0) void form.rhf.trigger('displayOrder');
  };
  const effect = roomText(others, room);
  const reason =
    room.status === 'planned'
      ? permissionsOf(missingRoles, activity?.phase === 'ended', list?.isComplete === false).reorder
      : 'There are more sections than numbers for their order.';
  return (
    <div role="group" aria-label="This number is taken" className={styles.taken}>
      <Choices controlId={form.ids.displayOrder}>
        <Button
          aria-pressed={chosen === 'room'}
          variant={chosen === 'room' ? 'primary' : 'secondary'}
          disabledReason={reason}
          onClick={() => handleChoose('room')}
        >
          Make room
        </Button>
        <Button
          aria-pressed={chosen === 'anyway'}
          variant={chosen === 'anyway' ? 'primary' : 'secondary'}
          onClick={() => handleChoose('anyway')}
        >
          Use it anyway
        </Button>
      </Choices>
      <p key="status" role="status" className={typography.note} dir="auto">
        {reason === null || chosen === 'anyway' ? effectText(chosen, effect) : `“Make room”: ${reason}`}
      </p>
    </div>
  );
}

/** Where a choice has the focus when the question is settled, the number that it was about gets it. */
function Choices({ controlId, children }: { controlId: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const choices = ref.current;
    return () => {
      if (choices?.contains(document.activeElement)) document.getElementById(controlId)?.focus();
    };
  }, [controlId]);
  return (
    <div ref={ref} className={styles.choices}>
      {children}
    </div>
  );
}

function effectText(chosen: OrderChoice['what'] | null, effect: string): string {
  if (chosen === 'room') return `After saving: ${effect}`;
  if (chosen === 'anyway') return 'It is saved with the same number.';
  return `“Make room”: ${effect}`;
}
