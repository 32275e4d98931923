import type { ComponentType } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import { LazyPart } from '#/ui/LazyPart';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

export interface CourseHintProps {
  rhf: UseFormReturn<SectionFormValues>;
  courseId: number;
  /** The section being edited. */
  ownId?: number | undefined;
  /** What was chosen for the display order, for its hint. */
  question?: OrderQuestion | undefined;
  /** What to say while the course's sections, or the value, are not known. */
  plain: string;
}

type PlacedHintProps = Omit<CourseHintProps, 'courseId'> & {
  courseId: number | null;
  load: () => Promise<ComponentType<CourseHintProps>>;
};

/** A hint that knows the other sections of the course; the plain one until it is there, and without a course. */
export function CourseHint({ load, courseId, ...hint }: PlacedHintProps) {
  if (courseId === null) return hint.plain;
  return <LazyPart isOptional load={load} props={{ ...hint, courseId }} placeholder={hint.plain} />;
}
