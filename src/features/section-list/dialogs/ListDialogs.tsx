import type { SectionListRow } from '#/api/sections/sections';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { EarlierOrdersDialog } from '#/features/history/orders/EarlierOrdersDialog';
import { moveRows, runCommand } from '#/features/course-changes/dispatch';
import { DeleteDialog } from './DeleteDialog';
import type { Permissions } from '#/features/course-changes/permissions';
import { MoveDialog } from './MoveDialog';
import { RuleDialog } from './RuleDialog';
import { counted } from '#/lib/format';
import { type SectionView } from '#/features/section-list/sectionView';
import type { CourseStore } from '#/features/course-changes/courseStore';

/** What is asked before something happens, and for which rows. */
export interface Question {
  readonly kind: 'move' | 'delete' | 'rule' | 'orders';
  readonly views: readonly SectionView[];
}

export interface ListDialogsProps {
  store: CourseStore;
  question: Question;
  sequence: Sequence;
  rows: readonly SectionListRow[];
  permissions: Permissions;
  onMoved: (ids: readonly number[]) => void;
  onClose: () => void;
}

/** The dialogs of the list, in a chunk that comes when one is opened. */
export function ListDialogs({
  store,
  question,
  sequence,
  rows,
  permissions,
  onMoved,
  onClose,
}: ListDialogsProps) {
  const { kind, views } = question;
  const [first] = views;
  const ids = views.map(({ id }) => id);
  const what = counted(views.length, 'section');
  if (kind === 'orders') return <EarlierOrdersDialog {...{ store, rows, permissions, onClose }} />;
  if (!first) return null;

  if (kind === 'rule') {
    return (
      <RuleDialog
        count={views.length}
        onClose={onClose}
        onSet={(set) =>
          void runCommand(store, (commands) =>
            commands.changeMany(store, views, set, `Set the unlock rule of ${what}`),
          )
        }
      />
    );
  }
  if (kind === 'move') {
    const titleOf = (id: number) => views.find((view) => view.id === id)?.title ?? '';
    return (
      <MoveDialog
        what={views.length === 1 ? `“${first.title}”` : what}
        ids={ids}
        sequence={sequence}
        rows={rows}
        onClose={onClose}
        onMove={(wanted) => {
          moveRows(store, ids, sequence, wanted, titleOf);
          onMoved(ids);
        }}
      />
    );
  }
  return (
    <DeleteDialog
      views={views}
      permissions={permissions}
      onClose={onClose}
      onDelete={() =>
        void runCommand(store, (commands) =>
          views.length === 1
            ? commands.remove(store, first)
            : commands.removeMany(store, views, `Delete ${what}`),
        )
      }
      onDeactivate={() =>
        void runCommand(store, (commands) =>
          views.length === 1
            ? commands.setActive(store, first, false)
            : commands.changeMany(store, views, { Active: false }, `Deactivate ${what}`),
        )
      }
    />
  );
}
