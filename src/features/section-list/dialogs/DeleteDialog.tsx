import { useRef } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import type { Permissions } from '#/features/course-changes/permissions';
import { counted, numeral } from '#/lib/format';
import { type SectionView } from '#/features/section-list/sectionView';

export interface DeleteDialogProps {
  views: readonly SectionView[];
  permissions: Permissions;
  onDelete: () => void;
  onDeactivate: () => void;
  onClose: () => void;
}

const MAX_TITLES = 10;

/** Asks before one or several sections are deleted, and offers the way back that deleting does not have. */
export function DeleteDialog({ views, permissions, onDelete, onDeactivate, onClose }: DeleteDialogProps) {
  const [first] = views;
  const isSent = useRef(false);
  const isOne = views.length === 1;
  const once = (act: () => void) => () => {
    if (isSent.current) return;
    isSent.current = true;
    onClose();
    act();
  };
  const canDeactivate = permissions.edit === null && views.some(({ isActive }) => isActive !== false);
  return (
    <Dialog
      isOpen
      title={isOne ? `Delete “${first?.title ?? ''}”?` : `Delete ${counted(views.length, 'section')}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {canDeactivate && <Button onClick={once(onDeactivate)}>Deactivate instead</Button>}
          <Button variant="danger" onClick={once(onDelete)}>
            {isOne ? 'Delete section' : `Delete ${counted(views.length, 'section')}`}
          </Button>
        </>
      }
    >
      {!isOne && (
        <ul>
          {views.slice(0, MAX_TITLES).map(({ id, title }) => (
            <li key={id}>
              <bdi>{title}</bdi>
            </li>
          ))}
          {views.length > MAX_TITLES && <li>and {numeral(views.length - MAX_TITLES)} more</li>}
        </ul>
      )}
      <p>
        {lessonText(views)} What happens to the lessons of a deleted section is decided by Nexudus, and
        deleting can’t be undone here.
      </p>
      {canDeactivate && <p>Deactivating hides {isOne ? 'it' : 'them'} from members and keeps everything.</p>}
    </Dialog>
  );
}

function lessonText(views: readonly SectionView[]): string {
  const known = views.flatMap(({ lessons }) => (lessons === null ? [] : [lessons]));
  const subject = views.length === 1 ? 'It has' : 'They have';
  if (known.length < views.length) return 'How many lessons would be concerned is not known.';
  return `${subject} ${counted(
    known.reduce((sum, count) => sum + count, 0),
    'lesson',
  )}${views.length === 1 ? '' : ' in all'}.`;
}
