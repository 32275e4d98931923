import { useQuery } from '@tanstack/react-query';
import type { CourseRecord } from '#/api/courses';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '#/ui/Button';
import { Checkbox } from '#/ui/Checkbox';
import { Dialog } from '#/ui/Dialog';
import { parseId } from '#/lib/ids';
import { counted } from '#/lib/format';
import { CourseBox } from '#/features/courses/picker/CourseBox';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { useDebounced } from '#/features/courses/picker/useDebounced';
import { courseQuery } from '#/features/courses/queries';
import type { CopyGoal } from '#/features/course-changes/job/jobTypes';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import type { SectionView } from '#/features/section-list/sectionView';
import { CopyPlace } from './CopyPlace';
import styles from './dialogs.module.css';
import { notCopiedText } from './notCopiedText';

/** What was chosen for copies. */
interface CopyWish {
  readonly courseId: number;
  /** null: each right after its original. */
  readonly goal: CopyGoal | null;
  readonly isInactive: boolean;
}

export interface DuplicateDialogProps {
  views: readonly SectionView[];
  /** Of the originals. */
  ownId: number;
  /** No course is chosen yet; else it is that of the originals. */
  isOpenGoal: boolean;
  onDuplicate: (wish: CopyWish) => void;
  onClose: () => void;
}

/** Asks where copies are to go, says what they don’t have, and keeps them from members until they are finished. */
export function DuplicateDialog({ views, ownId, isOpenGoal, onDuplicate, onClose }: DuplicateDialogProps) {
  const id = useId();
  const [isInactive, setInactive] = useState(true);
  const [course, setCourse] = useState(isOpenGoal ? '' : String(ownId));
  const [picked, setPicked] = useState<CourseRecord | undefined>();
  const [chosen, setChosen] = useState<PlaceWish | undefined>();
  const isSent = useRef(false);
  const courseId = parseId(course);
  const isOwn = courseId === ownId;
  const isOne = views.length === 1;
  const place = chosen ?? (isOwn ? (isOne ? views[0]?.id : undefined) : 'end');
  // A number that is being typed is that of other courses on its way.
  const isSettled = useDebounced(course) === course;
  const { data } = useQuery({
    ...courseQuery(courseId ?? 0),
    enabled: courseId !== null && isSettled,
    retry: false,
  });
  const verb = isOwn || (courseId === null && !isOpenGoal) ? 'Duplicate' : 'Copy';
  const what = counted(views.length, 'section');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSent.current || courseId === null) return;
    isSent.current = true;
    onClose();
    const across = isOwn
      ? null
      : { from: ownId, into: courseTitleIfKnown(courseId, (picked ?? data)?.Title) };
    const isAsUsual = isOwn && (chosen === undefined || (isOne && chosen === views[0]?.id));
    const goal = isAsUsual || place === undefined ? null : { ...(across && { across }), place };
    onDuplicate({ courseId, isInactive, goal });
  };
  return (
    <Dialog
      isOpen
      title={`${isOpenGoal ? 'Copy' : 'Duplicate'} ${isOne ? `“${views[0]?.title ?? ''}”` : what}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={`${id}-form`}
            disabledReason={courseId === null ? 'Choose a course first.' : null}
          >
            {isOne ? verb : `${verb} ${what}`}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        <div className={styles.place}>
          <CourseBox
            id={`${id}-course`}
            label="Course"
            value={course}
            onChange={(value, record) => {
              setCourse(value);
              setPicked(record);
              setChosen(undefined);
            }}
          />
        </div>
        {courseId !== null && (
          <CopyPlace {...{ views, courseId, isOwn, isSettled, place }} onPlace={setChosen} />
        )}
        <Checkbox
          label={isOne ? 'The copy starts inactive' : 'The copies start inactive'}
          checked={isInactive}
          onChange={({ target }) => setInactive(target.checked)}
        />
        <p className={styles.missing}>{notCopiedText(views)}</p>
      </form>
    </Dialog>
  );
}
