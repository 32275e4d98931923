import { controlIds as idsOf } from '#/forms/formValues';
import type { SectionField } from './sectionFormValues';

/** The accessible names of the fields, fixed by docs/wording.md. */
export const labels: Readonly<Record<SectionField, string>> = {
  courseId: 'Course',
  title: 'Title',
  displayOrder: 'Display order',
  unlockType: 'Unlock type',
  unlockAfterDays: 'Unlock after (days)',
  active: 'Active',
  introduction: 'Introduction',
  thumbnail: 'Thumbnail',
  imageUrl: 'Image URL',
};

/** The id of each field's control, in the order of the screen. */
export const controlIds = idsOf('section', labels);
