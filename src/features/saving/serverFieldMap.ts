import type { FieldMap } from '#/forms/serverErrors';
import { controlIds, labels } from '#/features/sections/model/fields';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';

/** The API's names, and the relation's, which the service also uses in its errors (docs/api-contract.md 7). */
const properties: Readonly<Record<string, SectionField>> = {
  CourseId: 'courseId',
  Course: 'courseId',
  CourseTitle: 'courseId',
  Title: 'title',
  DisplayOrder: 'displayOrder',
  UnlockType: 'unlockType',
  UnlockAfterDays: 'unlockAfterDays',
  Active: 'active',
  SectionContents: 'introduction',
  NewImageUrl: 'imageUrl',
  ClearImageFile: 'thumbnail',
  ImageFileName: 'thumbnail',
};

/** The field that brings a hidden one to the screen. The course of a stored section is fixed: nothing reveals it. */
const revealedBy: Partial<Record<SectionField, SectionField>> = {
  unlockAfterDays: 'unlockType',
  imageUrl: 'thumbnail',
};

/** Where the server's messages go, given what is on the screen now. */
export function serverFieldMap(
  values: Pick<SectionFormValues, 'unlockType' | 'thumbnail'>,
  mode: 'create' | 'edit',
): FieldMap<SectionField> {
  const visible = new Set(Object.keys(labels) as SectionField[]);
  if (mode === 'edit') visible.delete('courseId');
  if (values.unlockType !== 'timed') visible.delete('unlockAfterDays');
  if (values.thumbnail !== 'replace') visible.delete('imageUrl');
  return { properties, labels, visible, revealedBy, controlIds, fallbackId: controlIds.title };
}
