import { useQuery } from '@tanstack/react-query';
import { useFormValue } from '#/forms/useFormValue';
import { trimText } from '#/lib/text';
import type { CourseHintProps } from './CourseHint';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';

const same = (title: string | null) => trimText(title ?? '').toLocaleLowerCase();

/** Says when another section of the course has the same title: allowed, and seldom meant. */
export function TitleHint({ rhf, courseId, ownId, plain }: CourseHintProps) {
  const title = same(useFormValue(rhf, 'title'));
  const sections = useQuery(courseSectionsQuery(courseId));
  const isTaken = sections.data?.rows.some(
    ({ Id, Title }) => Id !== ownId && title !== '' && same(Title) === title,
  );
  return isTaken ? `${plain} Another section of this course has the same title.` : plain;
}
