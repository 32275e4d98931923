import { TextField } from '#/forms/TextField';
import type { EntityForm } from '#/forms/useEntityForm';
import { CourseHint } from './CourseHint';
import { loadExtra } from '#/features/section-form/loadFormExtras';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

interface TitleFieldProps {
  form: EntityForm<SectionFormValues>;
  courseId: number | null;
  ownId: number | undefined;
}

const loadTitleHint = loadExtra('TitleHint');

/** The name of the section. */
export function TitleField({ form, ...place }: TitleFieldProps) {
  return (
    <TextField
      form={form}
      name="title"
      isRequired
      hint={
        <CourseHint
          {...place}
          load={loadTitleHint}
          rhf={form.rhf}
          plain="What members see as the name of the section."
        />
      }
    />
  );
}
