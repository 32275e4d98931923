import { type FormEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { parseTypedId } from '#/lib/wholeNumber';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import box from '#/ui/input.module.css';
import { describedBy, ErrorText, Labelled } from '#/ui/Labelled';
import styles from './OpenCourseByNumber.module.css';

/** The way to a course for an account that may not list them. */
export function OpenCourseByNumber() {
  const [hasError, setHasError] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const id = useId();

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const courseId = parseTypedId(input.current?.value ?? '');
    setHasError(courseId === null);
    if (courseId === null) input.current?.focus();
    else void navigate(paths.courseSections(courseId));
  };
  const notes = {
    id,
    hint: 'It is in the address of the course’s page in Nexudus.',
    error: hasError && <ErrorText>Enter the number of a course, in digits only</ErrorText>,
    errorRole: 'alert',
  } as const;
  return (
    <form noValidate onSubmit={handleSubmit}>
      <Labelled {...notes} label="Open a course by its number">
        <div className={styles.row}>
          <input
            {...describedBy(notes)}
            ref={input}
            className={`${box.input} ${box.number}`}
            inputMode="numeric"
            autoComplete="off"
          />
          <Button type="submit">Open</Button>
        </div>
      </Labelled>
    </form>
  );
}
