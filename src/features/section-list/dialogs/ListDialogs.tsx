import type { SectionListRow } from '#/api/sections/sections';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { EarlierOrdersDialog } from '#/features/history/orders/EarlierOrdersDialog';
import { moveRows, withEngine } from '#/features/course-changes/dispatch';
import { DeleteDialog } from './DeleteDialog';
import type { Limits } from '#/features/course-changes/permissions';
import { MoveDialog } from './MoveDialog';
import { RuleDialog } from './RuleDialog';
import { counted, type SectionView } from '#/features/section-list/sectionView';
import type { Work } from '#/features/course-changes/courseStore';

/** What is asked before something happens, and for which rows. */
export interface Question {
  readonly kind: 'move' | 'delete' | 'rule' | 'orders';
  readonly views: readonly SectionView[];
}

export interface ListDialogsProps {
  work: Work;
  question: Question;
  sequence: Sequence;
  rows: readonly SectionListRow[];
  limits: Limits;
  onMoved: (ids: readonly number[]) => void;
  onClose: () => void;
}

/** The dialogs of the list, in a chunk that comes when one is opened. */
export function ListDialogs({ work, question, sequence, rows, limits, onMoved, onClose }: ListDialogsProps) {
  const { kind, views } = question;
  const [first] = views;
  const ids = views.map(({ id }) => id);
  const what = counted(views.length, 'section');
  if (kind === 'orders') return <EarlierOrdersDialog {...{ work, rows, limits, onClose }} />;
  if (!first) return null;

  if (kind === 'rule') {
    return (
      <RuleDialog
        count={views.length}
        onClose={onClose}
        onSet={(set) =>
          withEngine(work, (engine) => engine.changeMany(work, views, set, `Set the unlock rule of ${what}`))
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
          moveRows(work, ids, sequence, wanted, titleOf);
          onMoved(ids);
        }}
      />
    );
  }
  return (
    <DeleteDialog
      views={views}
      limits={limits}
      onClose={onClose}
      onDelete={() =>
        withEngine(work, (engine) =>
          views.length === 1 ? engine.remove(work, first) : engine.removeMany(work, views, `Delete ${what}`),
        )
      }
      onDeactivate={() =>
        withEngine(work, (engine) =>
          views.length === 1
            ? engine.setActive(work, first, false)
            : engine.changeMany(work, views, { Active: false }, `Deactivate ${what}`),
        )
      }
    />
  );
}
