import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { CourseHintProps } from './CourseHint';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { displayOrderText, sectionBefore } from '#/features/sections/model/displayOrderText';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { inactiveBeforeText } from '#/features/sections/model/unlockRule';

/** Says where the typed display order puts the section in its course, and whether members may be held up there. */
export function OrderHint({ control, courseId, ownId, plain }: CourseHintProps) {
  const [order, unlockType] = useWatch({ control, name: ['displayOrder', 'unlockType'] });
  const sections = useQuery(courseSectionsQuery(courseId));
  if (sections.data?.isComplete === false)
    return `${plain} The list of the course changed while it was read: this can’t be placed among the others.`;
  if (sections.data) {
    const before = unlockType === 'sequential' ? sectionBefore(sections.data.rows, order, ownId) : null;
    const doubt = before?.Active === false && inactiveBeforeText(sectionTitle(before));
    const words = displayOrderText(sections.data.rows, order, ownId) || plain;
    return doubt ? `${words} ${doubt}` : words;
  }
  return sections.isError
    ? `${plain} The other sections of the course could not be read. Whether another one has this number is not known.`
    : plain;
}
