import type { FieldMap } from '#/forms/serverErrors';
import { keysOf } from '#/lib/objects';
import {
  controlIds,
  type DecidingValues,
  isInEffect,
  labels,
  revealedBy,
  sectionFields,
} from '#/features/sections/model/fields';
import type { SectionField } from '#/features/sections/model/sectionFormValues';
import { propertyOf } from '#/features/sections/model/sectionPayload';

/** What the service calls each field in its errors: the property, or another name for it (docs/api-contract.md 7). */
const properties: Readonly<Record<string, SectionField>> = {
  ...Object.fromEntries(keysOf(propertyOf).map((field) => [propertyOf[field], field])),
  Course: 'courseId',
  CourseTitle: 'courseId',
  ImageFileName: 'thumbnail',
};

/** Where the server's messages go, given what is on the screen now. The course of a stored section is fixed. */
export function serverFieldMap(values: DecidingValues, mode: 'create' | 'edit'): FieldMap<SectionField> {
  const visible = new Set(sectionFields.filter((field) => isInEffect(field, values)));
  if (mode === 'edit') visible.delete('courseId');
  return { properties, labels, visible, revealedBy, controlIds, fallbackId: controlIds.title };
}
