import type { SectionRecord } from '#/api/sections/sections';
import { TextField } from '#/forms/TextField';
import type { EntityForm } from '#/forms/useEntityForm';
import { loadExtra } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import { LazyPart } from '#/ui/LazyPart';
import { CourseHint } from './CourseHint';
import styles from './DisplayOrderField.module.css';

interface DisplayOrderFieldProps {
  form: EntityForm<SectionFormValues>;
  /** null while it is not known. */
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
  question: OrderQuestion;
}

const loadOrderHint = loadExtra('OrderHint');
const loadTakenOrder = loadExtra('TakenOrder');
const loadPlace = loadExtra('LatePlace');

/** Where the section stands among those of its course, and what becomes of a number that another one has. */
export function DisplayOrderField(props: DisplayOrderFieldProps) {
  const { form, record } = props;
  const hint = (
    <CourseHint
      {...props}
      ownId={record?.Id}
      load={loadOrderHint}
      rhf={form.rhf}
      plain="A whole number. Sections with lower numbers come first."
    />
  );
  return (
    <div className={styles.room}>
      <div className={styles.order}>
        <LazyPart isOptional load={loadPlace} props={props} placeholder={<div />} />
        <TextField isNumber="signed" form={form} name="displayOrder" isRequired hint={hint} />
        <LazyPart isOptional load={loadTakenOrder} props={props} />
      </div>
    </div>
  );
}
