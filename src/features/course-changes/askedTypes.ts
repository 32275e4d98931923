import type { CopyGoal } from './job/jobTypes';
import type { SectionChanges } from './job/recordPayload';
import type { MoveIntent } from './plan/moveIntent';
import type { PlaceWish } from './plan/placePlan';
import type { Sequence } from './plan/sequence';

export interface Target {
  readonly id: number;
  readonly title: string;
}

export interface ChangeTarget extends Target {
  /** Goes before what all of them get. */
  readonly set?: SectionChanges;
}

export interface Move {
  readonly kind: 'move';
  readonly intent: MoveIntent;
  readonly writes: number;
}

/** What a person asks of a course, as data: it outlives the page. `writes`: how many they were told that it takes. */
export type Request =
  | Move
  | {
      readonly kind: 'order';
      /** The order that `wanted` was chosen over. */
      readonly over: Sequence;
      readonly wanted: Sequence;
      readonly writes: number;
    }
  | { readonly kind: 'tidyUp'; readonly writes: number }
  /** The others give way to a section that is stored with this number. */
  | {
      readonly kind: 'makeRoom';
      readonly newcomer: Target;
      readonly number: number;
      readonly writes: number;
      /** Where the section is to stand; left out: the number alone says it. */
      readonly place?: PlaceWish;
    }
  | { readonly kind: 'switch'; readonly target: Target; readonly isActive: boolean }
  | {
      readonly kind: 'rename';
      readonly target: Target;
      /** What the person saw: only that is written over. */
      readonly over: string | null;
      readonly title: string;
    }
  | { readonly kind: 'delete'; readonly target: Target }
  | { readonly kind: 'deleteMany'; readonly targets: readonly Target[] }
  /** `set` for all of them, but for what a target has of its own. */
  | { readonly kind: 'change'; readonly targets: readonly ChangeTarget[]; readonly set: SectionChanges }
  | {
      readonly kind: 'duplicate';
      readonly targets: readonly Target[];
      /** Left out: a copy is as active as its original. */
      readonly isInactive?: boolean;
      readonly goal?: CopyGoal;
    };

/** A request on its way. */
export interface Asked {
  readonly id: string;
  /** For people, e.g. “Move Basics to position 2”. */
  readonly describe: string;
  /** null: the kept job says it all (“Finish”, “Put it back”). */
  readonly request: Request | null;
  /**
   * `queued`: its turn has not come. `begun`: it has; of a switch and of a single delete a write may be out. `running`:
   * what it takes is a kept job. `held`: nothing is sent before the person has decided.
   */
  readonly status: 'queued' | 'begun' | 'running' | 'held';
  /** With `held`: the page went away while a write of it may have been out. */
  readonly mayBeWritten?: boolean;
}

/** Whether it is on its way; else a person has to decide. */
export const isWorking = ({ status }: Asked): boolean => status !== 'held';

/** The sections that a request names, each of which has its own words at its row. */
export function targetsOf(request: Request | null): readonly Target[] {
  if (request === null) return [];
  if ('targets' in request) return request.targets;
  return 'target' in request ? [request.target] : [];
}

/** Whether it is a matter of one row: then it waits for no decision about a job. */
export function isOfOneRow(request: Request | null): request is Extract<Request, { target: Target }> {
  return request !== null && 'target' in request;
}

/** Where requests outlive the page that was to carry them out. */
export interface AskedStore {
  /** Keeps what this page has yet to carry out. @returns false when it could not be kept */
  save(asked: readonly Asked[]): boolean;
  /** The page gives up what it has kept: another one may take it over. */
  leave(): void;
  /** Whether other pages have left something here; they may be open still. */
  hasOthers(): boolean;
  /**
   * Takes over what pages have left that are not open any more, but nothing after `leave`.
   * @param onLeft called with what each page has left, which is kept nowhere else then; `isLate`: of one that is open now,
   * once it is gone
   * @returns settles when all is taken over that is not late
   */
  takeOver(onLeft: (left: readonly Asked[], isLate: boolean) => void): Promise<void>;
}
