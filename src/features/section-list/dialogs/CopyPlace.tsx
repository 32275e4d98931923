import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Labelled } from '#/ui/Labelled';
import typography from '#/ui/typography.module.css';
import { PlacePicker } from '#/features/course-changes/place/PlacePicker';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import type { SectionView } from '#/features/section-list/sectionView';
import { copyPlaceText } from './copyText';
import styles from './dialogs.module.css';

interface CopyPlaceProps {
  views: readonly SectionView[];
  courseId: number;
  /** Whether it is the course of the originals, whose list is there already. */
  isOwn: boolean;
  /** Whether the choice of the course is made. */
  isSettled: boolean;
  /** undefined: each right after its original. */
  place: PlaceWish | undefined;
  onPlace: (place: PlaceWish | undefined) => void;
}

/** Where copies are to stand in a course; at its end where its sections are not known. */
export function CopyPlace({ views, courseId, isOwn, isSettled, place, onPlace }: CopyPlaceProps) {
  const id = useId();
  const enabled = !isOwn && isSettled;
  const { data, error } = useQuery({ ...courseSectionsQuery(courseId), enabled, retry: false });
  const rows = data?.isComplete ? data.rows : null;
  if (!rows) {
    const isLoading = !data && !error;
    return (
      <p role="status" className={typography.note}>
        {isLoading
          ? 'Reading the sections of the course…'
          : 'The sections of the course can’t be read now: what is copied goes to its end.'}
      </p>
    );
  }
  const isEach = isOwn && views.length > 1;
  return (
    <>
      <Labelled id={id} label="Place" className={styles.place}>
        <PlacePicker
          key={courseId}
          described={{ id, 'aria-describedby': undefined }}
          sections={rows.map((row, index) => ({ id: row.Id, title: sectionTitle(row), position: index + 1 }))}
          chosen={place ?? null}
          onChoose={onPlace}
          {...(isEach && { none: 'Each after its original', onNone: () => onPlace(undefined) })}
        />
      </Labelled>
      <p role="status" className={typography.note}>
        {copyPlaceText(rows, views, place)}
      </p>
    </>
  );
}
