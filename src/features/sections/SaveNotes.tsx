import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { labels } from './fieldMap';
import type { SavedResult, SectionSave } from './useSectionSave';

/** What a save found out besides the one phrase of the status. */
export function SaveNotes({ save, onRecreate }: { save: SectionSave; onRecreate: () => void }) {
  if (save.phase === 'checking') {
    return <Notice role="status">We could not confirm the save. Checking…</Notice>;
  }
  if (save.isUnknown) {
    return (
      <Notice
        tone="warning"
        title="We do not know whether your last save arrived"
        actions={
          <Button type="submit" name="intent" value="check">
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
  const notes = save.saved ? savedNotes(save.saved) : [];
  if (notes.length === 0) return null;
  return (
    <Notice tone="success" role="status" title="Saved">
      <ul>
        {notes.map((note) => (
          <li key={note} dir="auto">
            {note}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function savedNotes(result: SavedResult): string[] {
  const notes = result.kept.map(
    ({ field, by }) => `Kept the change of ${labels[field]} by ${by ?? 'someone else'}.`,
  );
  if (result.outcome === 'unchanged') return notes;
  if (result.confirmedBy === 'readBack')
    notes.push('The answer of the server was lost; reading the section confirmed the save.');
  if (result.record === null) notes.push('The server confirmed the save; reading the section again failed.');
  for (const { field } of result.serverChanged) notes.push(`The server changed: ${labels[field]}.`);
  if (result.imageChanged === false)
    notes.push('The server accepted the change of the image, but the stored image is the same as before.');
  return notes;
}
