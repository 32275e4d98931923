import { timeText } from '#/lib/format';

/** How long a save has been under way: it is worth a word after 0.3 s and an excuse after 2 s. */
export type SavingPhase = 'none' | 'brief' | 'shown' | 'slow';

export interface SaveState {
  readonly isDirty: boolean;
  /** The last submit failed, or may have, and nothing was changed since. */
  readonly hasFailed: boolean | 'unknown';
  readonly savedAt: Date | null;
}

/** The one phrase that is true of the form now. Source: docs/wording.md “Nothing typed is ever lost”. */
export function saveStatusText({ isDirty, hasFailed, savedAt }: SaveState, phase: SavingPhase): string {
  if (phase === 'slow') return 'Still saving…';
  if (phase === 'shown') return 'Saving…';
  if (hasFailed) return hasFailed === 'unknown' ? 'Not confirmed' : 'Not saved';
  if (isDirty) return 'Unsaved changes';
  if (!savedAt) return 'No changes';
  return `Saved at ${timeText(savedAt)}`;
}

/** What the phrase's dot says besides: grey, amber, green or red. */
export function saveStatusTone({ isDirty, hasFailed, savedAt }: SaveState) {
  if (hasFailed) return 'failed';
  if (isDirty) return 'unsaved';
  return savedAt ? 'saved' : undefined;
}
