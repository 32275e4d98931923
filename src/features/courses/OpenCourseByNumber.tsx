import { type FormEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';
import { Button } from '#/ui/Button';
import controls from '#/ui/controls.module.css';
import styles from './OpenCourseByNumber.module.css';

/** The way to a course for an account that may not list them. */
export function OpenCourseByNumber() {
  const [hasError, setHasError] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const id = useId();

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const courseId = parseId(input.current?.value.trim());
    setHasError(courseId === null);
    if (courseId === null) input.current?.focus();
    else void navigate(paths.courseSections(courseId));
  };
  return (
    <form noValidate className={controls.field} onSubmit={handleSubmit}>
      <label className={controls.label} htmlFor={id}>
        Open a course by its number
      </label>
      <p id={`${id}-hint`} className={controls.hint}>
        It is in the address of the course’s page in Nexudus.
      </p>
      <p id={`${id}-error`} role="alert" className={controls.error} hidden={!hasError}>
        {hasError && 'Enter the number of a course, in digits only'}
      </p>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          className={`${controls.input} ${controls.inputNumber}`}
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={hasError ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={hasError || undefined}
        />
        <Button type="submit">Open</Button>
      </div>
    </form>
  );
}
