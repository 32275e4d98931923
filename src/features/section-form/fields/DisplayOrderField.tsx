import type { EntityForm } from '#/forms/useEntityForm';
import { TextField } from '#/forms/TextField';
import { loadFormExtras } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { CourseHint } from './CourseHint';

interface DisplayOrderFieldProps {
  form: EntityForm<SectionFormValues>;
  /** For the hint; null while it is not known. */
  courseId: number | null;
  ownId: number | undefined;
}

const loadOrderHint = async () => (await loadFormExtras()).OrderHint;

/** Where the section stands among those of its course. */
export function DisplayOrderField({ form, ...place }: DisplayOrderFieldProps) {
  return (
    <TextField
      isNumber="signed"
      form={form}
      name="displayOrder"
      isRequired
      hint={
        <CourseHint
          {...place}
          load={loadOrderHint}
          control={form.rhf.control}
          plain="A whole number. Sections with lower numbers come first."
        />
      }
    />
  );
}
