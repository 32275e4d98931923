// The ARIA combobox: focus and keys stay in the text box (CourseCombobox.tsx); no native list is searched on a server.
// oxlint-disable jsx-a11y/prefer-tag-over-role
// oxlint-disable jsx-a11y/click-events-have-key-events
import type { CourseRecord } from '#/api/courses';
import typography from '#/ui/typography.module.css';
import styles from './coursePicker.module.css';
import { courseNoteText } from './courseOptionText';
import { courseTitle } from '#/features/courses/courseTitle';

interface CourseOptionsProps {
  id: string;
  optionId: (course: CourseRecord) => string;
  courses: readonly CourseRecord[];
  chosen: CourseRecord | null;
  active: CourseRecord | undefined;
  onMark: (course: CourseRecord) => void;
  onChoose: (course: CourseRecord) => void;
}

/** The list of the combobox; in the page while it is empty too, because the text box refers to it. */
export function CourseOptions({
  id,
  optionId,
  courses,
  chosen,
  active,
  onMark,
  onChoose,
}: CourseOptionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label="Courses"
      className={styles.listbox}
      // Pressing the mouse here would take the focus out of the text box and close the list.
      onMouseDown={(event) => event.preventDefault()}
    >
      {courses.map((course) => (
        <div
          key={course.Id}
          id={optionId(course)}
          role="option"
          tabIndex={-1}
          aria-selected={course.Id === chosen?.Id}
          className={styles.option}
          data-active={course.Id === active?.Id}
          onMouseMove={() => onMark(course)}
          onClick={() => onChoose(course)}
        >
          <span dir="auto">{courseTitle(course)}</span> <CourseNote course={course} />
        </div>
      ))}
    </div>
  );
}

function CourseNote({ course }: { course: CourseRecord }) {
  const note = courseNoteText(course);
  if (note === '') return null;
  return (
    <span className={`${typography.note} ${styles.aside}`} dir="auto">
      {note}
    </span>
  );
}
