import type { QueryClient } from '@tanstack/react-query';
import { createStore, type Store } from '#/lib/store';

/** What shall become of a number that another section of the course has. */
export interface OrderChoice {
  readonly courseId: number;
  /** It counts for this number alone: another one is another question. */
  readonly order: number;
  /** `room`: the others give way once this section is stored. */
  readonly what: 'room' | 'anyway';
  /** How many other sections the person was told of. */
  readonly writes: number;
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
}

export const createOrderQuestion = (client: QueryClient): OrderQuestion => ({
  ...createStore<State>({ choices: [], begunIn: null }),
  client,
});
