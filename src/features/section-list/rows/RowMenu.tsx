import { Link, useParams } from 'react-router-dom';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';
import { Menu } from '#/ui/Menu';
import { Icon } from './Icon';
import { answer } from '#/features/course-changes/answers';
import type { CourseStore } from '#/features/course-changes/courseStore';
import type { Permissions } from '#/features/course-changes/permissions';
import { loadListExtra } from '#/features/section-list/loadListExtra';
import { reportMissingCode } from '#/lib/newVersion';
import styles from './row.module.css';
import type { RowActions } from './rowTypes';
import type { SectionView } from '#/features/section-list/sectionView';

interface RowMenuProps {
  view: SectionView;
  permissions: Permissions;
  tabIndex: 0 | -1;
  actions: RowActions;
}

const loadStart = loadListExtra('startRename');

async function rename(store: CourseStore, id: number): Promise<void> {
  try {
    (await loadStart())(store, id);
  } catch {
    reportMissingCode();
    answer(store, 'The box could not be loaded: the connection failed, or a new version of this app is out');
  }
}

export function RowMenu({ view, permissions, tabIndex, actions }: RowMenuProps) {
  const courseId = parseId(useParams().courseId) ?? undefined;
  return (
    <Menu
      label={`More actions for ${view.title}`}
      className={styles.icon}
      tabIndex={tabIndex}
      items={() => [
        {
          label: 'Edit',
          render: (props) => (
            <Link {...props} to={paths.editSection(view.id)}>
              Edit
            </Link>
          ),
        },
        {
          label: 'Rename',
          keys: 'F2',
          disabledReason: permissions.edit,
          onSelect: () => void rename(actions.store, view.id),
        },
        {
          label: 'Duplicate…',
          disabledReason: permissions.duplicate,
          onSelect: () => actions.askDuplicate(view.id),
        },
        {
          label: 'Set unlock rule…',
          disabledReason: permissions.changeMany,
          onSelect: () => actions.askRule(view.id),
        },
        {
          label: 'Move to position…',
          disabledReason: permissions.reorder,
          onSelect: () => actions.askMove(view.id),
        },
        {
          label: 'Insert section here',
          disabledReason: permissions.create,
          ...(permissions.create === null && {
            render: (props) => (
              <Link {...props} to={paths.newSection(courseId, view.id)}>
                Insert section here
              </Link>
            ),
          }),
        },
        {
          label: 'Delete…',
          disabledReason: permissions.remove,
          onSelect: () => actions.askDelete(view.id),
        },
      ]}
    >
      <Icon name="more" />
    </Menu>
  );
}
