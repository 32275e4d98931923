import type { StorageState } from '#/lib/drafts/draftStore';
import { Notice } from '#/ui/Notice';

/** Says that what is typed is not kept: the person has to know before the browser goes down, not after. */
export function StorageNotice({ storage, isDirty }: { storage: StorageState; isDirty: boolean }) {
  if (storage === 'kept' || !isDirty) return null;
  return (
    <Notice tone="warning" role="status" title="Drafts can’t be kept in this browser">
      <p>
        {storage === 'full' ? 'Its storage is full.' : 'It lets this page store nothing.'} Everything works,
        but what you typed is lost if the browser closes before you save.
      </p>
    </Notice>
  );
}
