import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '#/ui/Button';
import { Checkbox } from '#/ui/Checkbox';
import { Dialog } from '#/ui/Dialog';
import { counted } from '#/lib/format';
import type { SectionView } from '#/features/section-list/sectionView';
import styles from './dialogs.module.css';
import { notCopiedText } from './notCopiedText';

export interface DuplicateDialogProps {
  views: readonly SectionView[];
  onDuplicate: (isInactive: boolean) => void;
  onClose: () => void;
}

/** Says what a copy does not have before it is made, and keeps it from members until it is finished. */
export function DuplicateDialog({ views, onDuplicate, onClose }: DuplicateDialogProps) {
  const formId = useId();
  const [isInactive, setInactive] = useState(true);
  const isSent = useRef(false);
  const isOne = views.length === 1;
  const what = counted(views.length, 'section');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSent.current) return;
    isSent.current = true;
    onClose();
    onDuplicate(isInactive);
  };
  return (
    <Dialog
      isOpen
      title={`Duplicate ${isOne ? `“${views[0]?.title ?? ''}”` : what}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId}>
            {isOne ? 'Duplicate' : `Duplicate ${what}`}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit}>
        <Checkbox
          label={isOne ? 'The copy starts inactive' : 'The copies start inactive'}
          checked={isInactive}
          onChange={({ target }) => setInactive(target.checked)}
        />
        <p className={styles.missing}>{notCopiedText(views)}</p>
      </form>
    </Dialog>
  );
}
