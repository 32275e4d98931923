import type { SectionRecord } from '#/api/sections/sections';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useWatch } from 'react-hook-form';
import type { EntityForm } from '#/forms/useEntityForm';
import { counted } from '#/lib/format';
import { Button } from '#/ui/Button';
import typography from '#/ui/typography.module.css';
import { useRefusedRoles } from '#/features/sign-in/useRefusedRoles';
import { permissionsOf } from '#/features/course-changes/permissions';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { planRoom } from '#/features/course-changes/plan/roomPlan';
import { choiceFor, choose, storeOf } from '#/features/section-form/askOrder';
import type { OrderChoice, OrderQuestion } from '#/features/section-form/orderQuestion';
import { placeText, sharingOrder } from '#/features/sections/model/displayOrderText';
import { numberOf, orderRange } from '#/features/sections/model/numberRanges';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
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
  const order = numberOf(useWatch({ control: props.form.rhf.control, name: 'displayOrder' }), orderRange);
  // A number that is as stored is nobody's business here.
  const isOpen = courseId !== null && order !== null && order !== record?.DisplayOrder;
  return isOpen && <Choice {...props} courseId={courseId} ownId={record?.Id} order={order} />;
}

interface ChoiceProps extends Pick<TakenOrderProps, 'form' | 'question'> {
  courseId: number;
  ownId: number | undefined;
  order: number;
}

function Choice({ form, question, courseId, ownId, order }: ChoiceProps) {
  const list = useQuery(courseSectionsQuery(courseId)).data;
  const store = storeOf(question, courseId);
  const missingRoles = useRefusedRoles();
  const { activity } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  useSyncExternalStore(question.subscribe, question.getSnapshot);
  const others = useMemo(() => list?.rows.filter(({ Id }) => Id !== ownId) ?? [], [list, ownId]);
  const room = useMemo(() => planRoom(storedOrders(others), order), [others, order]);
  if (sharingOrder(others, order).length === 0) return null;

  const chosen = choiceFor(question, courseId, order)?.what ?? null;
  const handleChoose = (what: OrderChoice['what']) => {
    const writes = room.status === 'planned' ? room.writes.length : 0;
    choose(question, { courseId, order, what, writes });
    // What was asked for at the field is answered.
    if (form.errorsOf('displayOrder').length > 0) void form.rhf.trigger('displayOrder');
  };
  const rowOf = (id: number | undefined) => others.find(({ Id }) => Id === id);
  const effect =
    room.status === 'planned'
      ? `${placeText(rowOf(room.before.at(-1)), rowOf(room.after[0]))} Changes ${counted(room.writes.length, 'other section')}.`
      : '';
  const reason =
    room.status === 'planned'
      ? permissionsOf(missingRoles, activity?.phase === 'ended', list?.isComplete === false).reorder
      : 'There are more sections than numbers for their order.';
  return (
    <div role="group" aria-label="This number is taken" className={styles.taken}>
      <div className={styles.choices}>
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
      </div>
      <p role="status" className={typography.note} dir="auto">
        {reason === null || chosen === 'anyway' ? effectText(chosen, effect) : `“Make room”: ${reason}`}
      </p>
    </div>
  );
}

function effectText(chosen: OrderChoice['what'] | null, effect: string): string {
  if (chosen === 'room') return `After saving: ${effect}`;
  if (chosen === 'anyway') return 'It is saved with the same number.';
  return `“Make room”: ${effect}`;
}
