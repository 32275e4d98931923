import type { ApiError } from '#/api/http/errors';
import type { SectionCreatePayload } from '#/api/sections/sections';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import type { SectionChanges, StoredValues } from './recordPayload';

/** What is kept of an `ApiError`: everything that is said to people, JSON-safe. */
export type JobError = Pick<
  ApiError,
  'kind' | 'outcome' | 'status' | 'serverMessage' | 'fieldErrors' | 'role' | 'details'
>;

/** A copy that was sent and whose answer was lost: enough to know it by when it arrives. */
export interface SentCopy {
  readonly sent: SectionCreatePayload;
  /** The course's section ids before it; null when they could not be read. */
  readonly idsBefore: readonly number[] | null;
}

export type StepOutcome =
  /** Read back: the record holds `after`. */
  | { readonly status: 'written'; readonly before: StoredValues; readonly after: StoredValues }
  /** The record was as wanted already; nothing was sent. */
  | { readonly status: 'unchanged' }
  /**
   * The record did not hold what was wanted when it was last read. `before` is there when a write had gone out without a
   * clear refusal: it may still arrive late.
   */
  | {
      readonly status: 'failed';
      readonly error: JobError;
      readonly before: StoredValues | null;
      /** It was not found when it was last looked for. */
      readonly copy?: SentCopy;
    }
  /** The write may or may not have arrived (also: the page was closed in the middle). The next reading settles it. */
  | {
      readonly status: 'unknown';
      readonly before: StoredValues;
      readonly error: JobError | null;
      readonly copy?: SentCopy;
    }
  /** A task other than an update was carried out: the section is gone, or has a copy (its Id when the server named it). */
  | {
      readonly status: 'done';
      readonly createdId: number | null;
      /** What else the network made of the one that was sent (docs/hostile-situations.md 2). */
      readonly twinIds?: readonly number[];
    }
  /**
   * The server said yes, and holds something else in the properties of the step: `found`. Sent again, it would end the same.
   * `by`: who wrote last; null when the server does not say, or nobody has since it was read before.
   */
  | {
      readonly status: 'keptOther';
      readonly before: StoredValues;
      readonly found: StoredValues;
      readonly by: string | null;
    }
  /** Nothing was written: the section is of another course by now. */
  | { readonly status: 'otherCourse'; readonly course: string | null }
  /** “Put it back” left the record alone: somebody else has written it since. */
  | { readonly status: 'changedSince'; readonly by: string | null; readonly on: string | null };

export interface JobStep {
  readonly id: number;
  /** For people, e.g. the section's title. */
  readonly describe: string;
  readonly set: StoredValues;
  /** Write only where the record holds this. */
  readonly expect: StoredValues | null;
  /** null = not tried yet */
  readonly outcome: StepOutcome | null;
}

/** Where copies go. */
export interface CopyGoal {
  /** The originals are of another course; left out: of the same one. */
  readonly across?: {
    /** Their course. */
    readonly from: number;
    /** The title of the course that the copies go into. */
    readonly into: string;
  };
  /** Left out: each right after its original, in another course at the end. */
  readonly place?: PlaceWish;
}

/** Planned writes with what became of each: all that is needed to go on after a reload. JSON-safe. */
export interface Job {
  readonly courseId: number;
  /** For people, e.g. “Move Basics to position 2”. */
  readonly describe: string;
  readonly direction: 'forward' | 'back';
  /** Left out: each step is an update. The others can be finished but not put back. */
  readonly task?: 'delete' | 'duplicate';
  /** Of copies; left out: of the same course, each right after its original. */
  readonly goal?: CopyGoal;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** The sections of the course when it was planned; null when the plan does not depend on the others. */
  readonly ids: readonly number[] | null;
  /** Of a change of the order: it is right when the sequence is `wanted`, whatever the numbers are (docs/api-contract.md 5). */
  readonly order?: {
    readonly before: Sequence;
    readonly wanted: Sequence;
    /** The sections that may not share a number in the end. */
    readonly alone: readonly number[];
    /** The sequence that it was left in when it did not end well. */
    readonly left?: Sequence;
    /** It is known to have come about by the sequence in `left` alone: the server has numbers of its own. */
    readonly isBySequence?: boolean;
  };
  /** False: a record that is refused or gone does not keep the others from their turn. */
  readonly stopAtFailure: boolean;
  readonly steps: readonly JobStep[];
}

/** One record's share of a job. */
export interface PlannedChange {
  readonly id: number;
  readonly set: SectionChanges;
  readonly describe: string;
}

export interface JobProgress {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number;
  /** Whether the job would survive a reload: false when the browser's storage refuses. */
  readonly isKept: boolean;
}

/** Where jobs outlive the page: one per course. */
export interface JobStore {
  /** @returns false when it lasts no longer than the page */
  save(job: Job): boolean;
  load(courseId: number): Job | null;
  remove(courseId: number): void;
}
