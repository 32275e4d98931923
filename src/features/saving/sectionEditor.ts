import type { SectionRecord } from '#/api/sections/sections';
import type { EntityForm } from '#/forms/useEntityForm';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { OvertakenDraft } from './overtaken';
import type { ConflictResult, Phase } from './types';

/** The edit form of one section while it is open, as its drafts, its history and its notices know it. */
export interface SectionEditor {
  /** The record that the form stands over: what is stored, as far as this person knows. */
  readonly base: SectionRecord;
  readonly form: EntityForm<SectionFormValues>;
  readonly save: EditSave;
  /** The form stands over this record from now on, and holds these values. */
  readonly adopt: (record: SectionRecord, values: SectionFormValues) => void;
  /** Shows the comparison: the form stands over another record once the choices are made. */
  readonly compare: (conflict: ConflictResult) => void;
}

/** What became of the last save, or is under way. */
export interface EditSave {
  readonly phase: Phase | null;
  readonly notes: readonly string[];
  /** What of it somebody has changed since: it is offered back. */
  readonly overtaken: OvertakenDraft | null;
  readonly conflict: ConflictResult | null;
  /** The last save may have arrived or not: it is looked up before anything is sent again. */
  readonly isUnknown: boolean;
  readonly isDeleted: boolean;
}
