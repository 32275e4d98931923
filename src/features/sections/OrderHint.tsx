import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { CourseHintProps } from './CourseHint';
import { courseSectionsQuery } from './courseSectionsQueries';
import { displayOrderHint } from './orderWords';

/** Says where the typed display order puts the section in its course. */
export function OrderHint({ control, courseId, ownId, plain }: CourseHintProps) {
  const order = useWatch({ control, name: 'displayOrder' });
  const sections = useQuery(courseSectionsQuery(courseId));
  return (sections.data && displayOrderHint(sections.data, order, ownId)) || plain;
}
