import type { QueryClient } from '@tanstack/react-query';
import { createStore, type Store } from '#/lib/store';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';

/** What shall become of a number that another section of the course has. */
export interface OrderChoice {
  readonly courseId: number;
  /** It counts for this number alone: another one is another question. */
  readonly order: number;
  /** `room`: the others give way once this section is stored. */
  readonly what: 'room' | 'anyway';
  /** How many other sections the person was told of. */
  readonly writes: number;
  /** Where a place was chosen, and not a number: what the person was told goes without a question. */
  readonly place?: {
    readonly wish: PlaceWish;
    /** The ids of the others that give way to it. */
    readonly changed: readonly number[];
  };
}

interface State {
  /** One for each number that was asked about; a save that stores a section spends them (settleOrder). */
  readonly choices: readonly OrderChoice[];
  /** The course in which the others give way, or have given way, to what this form has stored. */
  readonly begunIn: number | null;
}

/** “Make room” or “Use it anyway”, as one form has it (askOrder.ts, fields/TakenOrder.tsx). */
export interface OrderQuestion extends Store<State> {
  readonly client: QueryClient;
  /** Where a new section was asked for, until that is in its form. */
  wish?: PlaceWish | undefined;
}

export const createOrderQuestion = (client: QueryClient): OrderQuestion => ({
  ...createStore<State>({ choices: [], begunIn: null }),
  client,
});
