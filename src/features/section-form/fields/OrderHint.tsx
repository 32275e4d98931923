import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { isListIncomplete } from '#/api/sections/knownSections';
import type { CourseHintProps } from './CourseHint';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { displayOrderText } from '#/features/sections/model/displayOrder';

/** Says where the typed display order puts the section in its course. */
export function OrderHint({ control, courseId, ownId, plain }: CourseHintProps) {
  const order = useWatch({ control, name: 'displayOrder' });
  const sections = useQuery(courseSectionsQuery(courseId));
  if (sections.data && isListIncomplete(courseId))
    return `${plain} The list of the course changed while it was read: this can’t be placed among the others.`;
  if (sections.data) return displayOrderText(sections.data, order, ownId) || plain;
  return sections.isError ? `${plain} The other sections of the course could not be read.` : plain;
}
