import { useQuery } from '@tanstack/react-query';
import type { SectionListRow } from '#/api/sections/sections';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { EarlierOrdersDialog } from '#/features/history/orders/EarlierOrdersDialog';
import { KeysDialog } from '#/features/keys/KeysDialog';
import { moveRows, request } from '#/features/course-changes/dispatch';
import { requestElsewhere } from '#/features/course-changes/elsewhere';
import { DeleteDialog } from './DeleteDialog';
import { DuplicateDialog } from './DuplicateDialog';
import type { Permissions } from '#/features/course-changes/permissions';
import { MoveDialog } from './MoveDialog';
import { RuleDialog } from './RuleDialog';
import { counted } from '#/lib/format';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { lessonCountsQuery } from '#/features/sections/queries/courseQueries';
import { type SectionView } from '#/features/section-list/sectionView';
import type { CourseStore } from '#/features/course-changes/courseStore';

/** What is asked before something happens, and for which rows. */
export interface Question {
  readonly kind: 'move' | 'duplicate' | 'copy' | 'delete' | 'rule' | 'orders' | 'keys';
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
  const { kind } = question;
  const { data: lessons } = useQuery({ ...lessonCountsQuery(store.courseId), enabled: false });
  // They may have been counted since the dialog was asked for.
  const views = question.views.map((view) =>
    lessons ? { ...view, lessons: lessons.get(view.id) ?? 0 } : view,
  );
  const [first] = views;
  const ids = views.map(({ id }) => id);
  const targets = views.map(({ id, title }) => ({ id, title }));
  const what = counted(views.length, 'section');
  if (kind === 'orders') return <EarlierOrdersDialog {...{ store, rows, permissions, onClose }} />;
  if (kind === 'keys') return <KeysDialog onClose={onClose} />;
  if (!first) return null;

  if (kind === 'rule') {
    return (
      <RuleDialog
        sections={views.map((view) => ({ ...view, previousTitle: titleBefore(view.id, sequence, rows) }))}
        onClose={onClose}
        onSet={(changed) => {
          const [only] = changed;
          const whose = changed.length === 1 ? `“${only?.title}”` : counted(changed.length, 'section');
          return void request(store, `Set the unlock rule of ${whose}`, {
            kind: 'change',
            targets: changed,
            set: {},
          });
        }}
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
  if (kind === 'duplicate' || kind === 'copy') {
    return (
      <DuplicateDialog
        views={views}
        ownId={store.courseId}
        isOpenGoal={kind === 'copy'}
        onClose={onClose}
        onDuplicate={({ courseId, isInactive, goal }) => {
          const whose = views.length === 1 ? `“${first.title}”` : what;
          const asked = { kind: 'duplicate', targets, isInactive, ...(goal && { goal }) } as const;
          if (goal?.across)
            requestElsewhere(store, courseId, `Copy ${whose} to “${goal.across.into}”`, asked);
          else void request(store, `Duplicate ${whose}`, asked);
        }}
      />
    );
  }
  const target = { id: first.id, title: first.title };
  const isOne = views.length === 1;
  return (
    <DeleteDialog
      views={views}
      permissions={permissions}
      onClose={onClose}
      onDelete={() =>
        void (isOne
          ? request(store, `Delete “${target.title}”`, { kind: 'delete', target })
          : request(store, `Delete ${what}`, { kind: 'deleteMany', targets }))
      }
      onDeactivate={() =>
        void (isOne
          ? request(store, `Deactivate “${target.title}”`, { kind: 'switch', target, isActive: false })
          : request(store, `Deactivate ${what}`, { kind: 'change', targets, set: { Active: false } }))
      }
    />
  );
}

function titleBefore(id: number, sequence: Sequence, rows: readonly SectionListRow[]): string | null {
  const before = sequence[sequence.indexOf(id) - 1];
  const row = rows.find(({ Id }) => Id === before);
  return row ? sectionTitle(row) : null;
}
