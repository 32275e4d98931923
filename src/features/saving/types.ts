import type { ApiError } from '#/api/http/errors';
import type * as lists from '#/api/sections/sectionLists';
import type * as api from '#/api/sections/sections';
import type {
  SectionListRow,
  SectionCreatePayload,
  SectionRecord,
  SectionUpdatePayload,
} from '#/api/sections/sections';
import type * as writes from '#/api/sections/sectionWrites';
import type { Draft } from '#/lib/drafts/draft';
import type { ListArrival } from '#/lib/listAddresses';
import type { Conflict, KeptChange } from '#/features/sections/model/mergeSection';
import type { SectionField, SectionFormValues } from '#/features/sections/model/sectionFormValues';

/** The calls that a save or a create makes; each may fail with an `ApiError`. No write is ever called twice. */
export type SavingDeps = Pick<typeof api, 'getSection'> &
  Pick<typeof lists, 'listSections' | 'getSections'> &
  Pick<typeof writes, 'createSection' | 'updateSection'> & { readonly wait: (ms: number) => Promise<void> };

/** What is going on, for the status: reading before, the write itself, reading after it, finding out its fate. */
export type Phase = 'reading' | 'sending' | 'confirming' | 'checking';

/** What a draft keeps of a write that goes out, so that its fate can be looked up after a crash. */
export type Sending = Omit<PendingSave, 'error'> | Omit<PendingCreate, 'error'>;

/** @param sending comes with the phase `sending` */
export type OnPhase = (phase: Phase, sending?: Sending) => void;

/** How we know: the server said so, or its answer was lost and the record read back holds what was sent. */
export type ConfirmedBy = 'answer' | 'readBack';

/** A value that the server stored otherwise than it was sent (trimmed, cleaned, shortened). */
export interface ServerChange {
  readonly field: SectionField;
  readonly sent: string;
  readonly stored: string;
  /**
   * Of the image, what its file name leaves open: the server may not have touched it, or may have given what was sent
   * another name.
   */
  readonly image?: 'asBefore' | 'otherName';
}

export interface SaveRequest {
  /** What the form was opened on. */
  readonly base: SectionRecord;
  /** Valid by `sectionSchema`. */
  readonly values: SectionFormValues;
}

/** A write whose fate is unknown: enough to look again later. Apart from `error` it is JSON-safe, for a draft. */
export interface PendingSave {
  /** What came instead of the answer. */
  readonly error: ApiError;
  readonly before: SectionRecord;
  readonly sent: SectionUpdatePayload;
  /** The values that became `sent`, over `before`. */
  readonly values: SectionFormValues;
  readonly kept: readonly KeptChange[];
}

export type SaveResult =
  | {
      readonly outcome: 'saved';
      /** What was stored when it was sent. */
      readonly before: SectionRecord;
      /** What is stored now; null when it could not be read after the server's yes. */
      readonly record: SectionRecord | null;
      readonly confirmedBy: ConfirmedBy;
      /** What came instead of the yes, where reading back gave it. */
      readonly answer?: ApiError;
      readonly kept: readonly KeptChange[];
      readonly serverChanged: readonly ServerChange[];
    }
  /** Nothing differs from what is stored: nothing was sent. */
  | { readonly outcome: 'unchanged'; readonly record: SectionRecord; readonly kept: readonly KeptChange[] }
  /**
   * Both sides changed a field. `values` are mine merged over `theirs`; `resolveConflicts` makes the next request of
   * them, with `theirs` as its base. `wasSent` is true when an earlier write of ours may have been overwritten.
   */
  | {
      readonly outcome: 'conflict';
      readonly theirs: SectionRecord;
      readonly values: SectionFormValues;
      readonly conflicts: readonly Conflict[];
      readonly kept: readonly KeptChange[];
      readonly wasSent: boolean;
    }
  | { readonly outcome: 'deleted'; readonly error: ApiError }
  | { readonly outcome: 'refused'; readonly error: ApiError }
  | { readonly outcome: 'notSent'; readonly error: ApiError }
  /**
   * The answer was lost (`error`) and what was sent is not stored: offer “Save again” with the same base and values,
   * which merges anew. `record` is no base for values that were typed over another one.
   */
  | {
      readonly outcome: 'notSaved';
      readonly error: ApiError;
      readonly record: SectionRecord;
      /** The fields that did not arrive. */
      readonly missing: readonly SectionField[];
    }
  | Unknown<PendingSave>;

/** Both sides changed a field: what the comparison shows, and what is to become of the choices. */
export type ConflictResult = Extract<SaveResult, { outcome: 'conflict' }> & {
  /** What the form held when the conflict was found. */
  readonly submitted: SectionFormValues;
  /** The record that `values` were typed over, when that is not the one that the form stands over. */
  readonly from?: SectionRecord;
  /** Told once the choices are in the form. */
  readonly onResolved?: () => void;
};

/** The answer was lost (`error`) and finding out failed too (`readError`): offer to check again. */
interface Unknown<Pending> {
  readonly outcome: 'unknown';
  readonly error: ApiError;
  /** null when there is nothing to compare with: the sections could not be listed before the write. */
  readonly readError: ApiError | null;
  readonly pending: Pending;
}

export interface CreateRequest {
  /** Valid by `sectionSchema`. */
  readonly values: SectionFormValues;
  /** Left out: none. */
  readonly earlier?: readonly LostCreate[];
}

/** A create that was sent and is not there so far: it may still arrive. As `PendingSave`. */
export interface LostCreate {
  readonly error: ApiError;
  readonly sent: SectionCreatePayload;
  /** What became `sent`; null where no form did (a copy). */
  readonly values: SectionFormValues | null;
  /** The course's section ids before the write; null when they could not be read. */
  readonly idsBefore: readonly number[] | null;
}

/** A create whose fate is unknown. `earlier`: those of the same form before it, which may still arrive. */
export interface PendingCreate extends LostCreate {
  readonly earlier?: readonly LostCreate[];
}

export type CreateResult =
  | {
      readonly outcome: 'created';
      readonly id: number;
      /** What is stored; null when it could not be read. */
      readonly record: SectionRecord | null;
      readonly confirmedBy: ConfirmedBy;
      readonly serverChanged: readonly ServerChange[];
      /** False when the course's sections could not be listed, so that a twin would not have been seen. */
      readonly lookedForTwins: boolean;
      /** The earlier create that made it, when that was found in place of the one that was asked for. */
      readonly late?: LostCreate;
    }
  /** The network made two or more of one: all are shown, deleting is offered, never done. The first is the answered one. */
  | {
      readonly outcome: 'createdTwice';
      readonly records: readonly SectionListRow[];
      readonly confirmedBy: ConfirmedBy;
      readonly late?: LostCreate;
    }
  | { readonly outcome: 'refused'; readonly error: ApiError }
  | { readonly outcome: 'notSent'; readonly error: ApiError }
  /**
   * The answer was lost and the section is not there so far. `others`: new sections of the course that are not ours.
   * `lost`: all that may still arrive, for the next request.
   */
  | {
      readonly outcome: 'notCreated';
      readonly error: ApiError;
      readonly others: readonly SectionListRow[];
      readonly lost: readonly LostCreate[];
    }
  | Unknown<PendingCreate>;

/** A section that is there, and what there is to say about it. JSON-safe: it travels in the history's state. */
export interface Created {
  readonly id: number;
  readonly title: string;
  readonly notes: readonly string[];
}

/** In the state of a navigation to a section that was just created: what was typed since it was sent, as a draft of it. */
export interface TypedArrival {
  readonly created: Created;
  readonly typed: Draft;
}

/** In the state of a navigation to the sections of a course. */
export interface SectionsArrival extends ListArrival {
  /** The row was just created. */
  readonly created?: Created;
}
