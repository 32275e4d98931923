import { type FieldProps, labelled } from '#/forms/Field';
import type { FormValues } from '#/forms/formValues';
import { useFieldValue } from '#/forms/useFieldValue';
import { CourseBox } from './CourseBox';

/** “Course” as a field of a form. */
export function CoursePicker<V extends FormValues>(field: Omit<FieldProps<V>, 'hint'>) {
  const [value, setValue] = useFieldValue(field);
  const { id, label, error } = labelled(field);
  return <CourseBox {...{ id, label, error, value }} onChange={setValue} />;
}
