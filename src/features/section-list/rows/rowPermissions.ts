import { allOff, type Permissions } from '#/features/course-changes/permissions';
import type { SectionView } from '#/features/section-list/sectionView';

const goneOff = allOff('Somebody has deleted this section.');

/** What can be done with one row: nothing with one that is gone. */
export const rowPermissions = ({ isGone }: SectionView, permissions: Permissions): Permissions =>
  isGone ? goneOff : permissions;
