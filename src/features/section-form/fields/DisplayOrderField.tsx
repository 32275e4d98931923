import type { SectionRecord } from '#/api/sections/sections';
import type { EntityForm } from '#/forms/useEntityForm';
import { TextField } from '#/forms/TextField';
import { loadFormExtras } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import { LazyPart } from '#/ui/LazyPart';
import { CourseHint } from './CourseHint';

interface DisplayOrderFieldProps {
  form: EntityForm<SectionFormValues>;
  /** null while it is not known. */
  courseId: number | null;
  /** null for a new section. */
  record: SectionRecord | null;
  question: OrderQuestion;
}

const loadOrderHint = async () => (await loadFormExtras()).OrderHint;
const loadTakenOrder = async () => (await loadFormExtras()).TakenOrder;

/** Where the section stands among those of its course, and what becomes of a number that another one has. */
export function DisplayOrderField(props: DisplayOrderFieldProps) {
  const { form, courseId, record } = props;
  return (
    <div>
      <TextField
        isNumber="signed"
        form={form}
        name="displayOrder"
        isRequired
        hint={
          <CourseHint
            courseId={courseId}
            ownId={record?.Id}
            load={loadOrderHint}
            control={form.rhf.control}
            plain="A whole number. Sections with lower numbers come first."
          />
        }
      />
      <LazyPart isOptional load={loadTakenOrder} props={props} />
    </div>
  );
}
