import { useState } from 'react';
import type { CourseRecord } from '#/api/courses';
import { parseTypedId } from '#/lib/wholeNumber';
import input from '#/ui/input.module.css';
import { describedBy, Labelled, type LabelledProps } from '#/ui/Labelled';
import typography from '#/ui/typography.module.css';
import styles from './coursePicker.module.css';
import { courseTitle } from '#/features/courses/courseTitle';
import { type GivenCourse, useGivenCourse } from './useGivenCourse';
import { useDebounced } from './useDebounced';

export interface CourseBoxProps extends Pick<LabelledProps, 'id' | 'label' | 'error'> {
  /** The number of the course; '' for none. */
  value: string;
  /** @param course left out: it is known by its number alone */
  onChange: (value: string, course?: CourseRecord) => void;
}

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
export function CourseNumberBox({ value, onChange, ...field }: CourseBoxProps) {
  const [text, setText] = useState(value);
  const number = idText(text);
  const settled = useDebounced(number);
  const given = useGivenCourse(settled, () => onChange(''));
  const labelled = { ...field, hint };

  const handleChange = (typed: string) => {
    setText(typed);
    onChange(idText(typed));
  };
  return (
    <Labelled {...labelled}>
      <input
        {...describedBy(labelled)}
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
    </Labelled>
  );
}
