import { useState } from 'react';
import { describe, Field, type FieldProps } from '#/forms/Field';
import type { FormValues } from '#/forms/formValues';
import { useFieldValue } from '#/forms/useFieldValue';
import { parseTypedId } from '#/lib/wholeNumber';
import input from '#/ui/input.module.css';
import typography from '#/ui/typography.module.css';
import styles from './coursePicker.module.css';
import { courseTitle } from '#/features/courses/courseTitle';
import { type GivenCourse, useGivenCourse } from './useGivenCourse';
import { useDebounced } from './useDebounced';

const hint =
  'The number of the course. Your account lacks the role Course-List, so courses can’t be searched.';

function verdict({ course, isLoading, isMissing, isUnchecked }: GivenCourse): string {
  if (isLoading) return 'Checking the number…';
  if (isMissing) return 'There is no course with this number.';
  if (isUnchecked) return 'This number can’t be checked now. You can use it if you are sure of it.';
  return course ? courseTitle(course) : '';
}

const idText = (typed: string) => String(parseTypedId(typed) ?? '');

/** The course by its number, for accounts that may not list courses. */
export function CourseNumberField<V extends FormValues>({ form, name }: Omit<FieldProps<V>, 'hint'>) {
  const [value, setValue] = useFieldValue({ form, name });
  const [text, setText] = useState(value);
  const number = idText(text);
  const settled = useDebounced(number);
  const given = useGivenCourse(settled, () => setValue(''));
  const described = { form, name, hint };

  const handleChange = (typed: string) => {
    setText(typed);
    setValue(idText(typed));
  };
  return (
    <Field {...described}>
      <input
        {...describe(described)}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-required
        className={`${input.input} ${input.number}`}
        value={text}
        onChange={(change) => handleChange(change.target.value)}
      />
      <output className={`${typography.note} ${styles.status}`} dir="auto">
        {settled === number ? verdict(given) : ''}
      </output>
    </Field>
  );
}
