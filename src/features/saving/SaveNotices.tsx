import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import type { EditSave } from './sectionEditor';

interface SaveNoticesProps {
  save: EditSave;
  onCheck: () => void;
  onRecreate: () => void;
}

/** What a save found out besides the one phrase of the status. */
export function SaveNotices({ save, onCheck, onRecreate }: SaveNoticesProps) {
  if (save.phase === 'checking' && !save.isUnknown) {
    return <Notice role="status">We could not confirm the save. Checking…</Notice>;
  }
  if (save.isUnknown) {
    return (
      <Notice
        tone="warning"
        title="We do not know whether your last save arrived"
        actions={
          <Button isBusy={save.phase !== null} onClick={onCheck}>
            Check again
          </Button>
        }
      >
        <p>What you typed is still here. Saving looks first, so that nothing is overwritten unseen.</p>
      </Notice>
    );
  }
  if (save.isDeleted) {
    return (
      <Notice
        tone="warning"
        title="This section is gone"
        actions={<Button onClick={onRecreate}>Create it again from my version</Button>}
      >
        <p>What you typed is still here.</p>
      </Notice>
    );
  }
  if (save.notes.length === 0) return null;
  return (
    <Notice tone="success" role="status" title="Saved">
      <ul>
        {save.notes.map((note) => (
          <li key={note}>
            <bdi>{note}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
