import { useQuery } from '@tanstack/react-query';
import { type Control, useWatch } from 'react-hook-form';
import { courseSectionsQuery } from './courseSectionsQueries';
import { displayOrderHint } from './orderWords';
import type { SectionFormValues } from './sectionForm';

interface OrderHintProps {
  control: Control<SectionFormValues>;
  courseId: number;
  /** The section being edited. */
  ownId: number | undefined;
  /** What to say while the course's sections, or the order, are not known. */
  plain: string;
}

/** Says where the typed display order puts the section in its course. */
export function OrderHint({ control, courseId, ownId, plain }: OrderHintProps) {
  const order = useWatch({ control, name: 'displayOrder' });
  const sections = useQuery(courseSectionsQuery(courseId));
  return (sections.data && displayOrderHint(sections.data, order, ownId)) || plain;
}
