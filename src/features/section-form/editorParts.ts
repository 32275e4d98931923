import type { QueryClient } from '@tanstack/react-query';
import type { SectionRecord } from '#/api/sections/sections';
import type { Submitted } from '#/features/saving/formAfterSave';
import type { OvertakenDraft } from '#/features/saving/overtaken';
import type { ConflictResult, PendingSave, Phase } from '#/features/saving/types';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { OrderQuestion } from './orderQuestion';

/** What the editor does with its form. */
export interface FormHandle {
  values(): SectionFormValues;
  rebase(stored: SectionFormValues, values: SectionFormValues): void;
  /** What was said with this target is done with: the focus goes on to another control. */
  forget(targetId: string, nextId: string): void;
}

export interface EditorState {
  readonly base: SectionRecord;
  readonly phase: Phase | null;
  readonly notes: readonly string[];
  readonly overtaken: OvertakenDraft | null;
  readonly conflict: ConflictResult | null;
  readonly pending: (Submitted & { readonly save: PendingSave }) | null;
  readonly isDeleted: boolean;
}

/** What a submit works on: createSectionEditor.ts makes it, submitEdit.ts uses it. */
export interface EditorParts {
  readonly client: QueryClient;
  readonly question: OrderQuestion;
  readonly state: () => EditorState;
  readonly set: (changes: Partial<EditorState>) => void;
  readonly form: () => FormHandle;
  /** The form stands over this record from now on, and holds these values. */
  readonly adopt: (record: SectionRecord, values: SectionFormValues) => void;
}
