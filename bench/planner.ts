import { planOrder } from '../src/features/course-changes/plan/orderPlan';

export interface Planning {
  readonly stored: string;
  readonly median: number;
  readonly slowest: number;
  readonly mostWrites: number;
}

/** Stored numbers as courses have them, and as they are worst for the planner. */
const orders: Readonly<Record<string, (index: number, count: number) => number>> = {
  '10, 20, 30…': (index) => index * 10,
  '1, 2, 3…': (index) => index + 1,
  'all 0': () => 0,
  falling: (index, count) => count - index,
  'at random': (index) => (index * 7919) % 100_003,
};

/** How long a random move takes to plan, in ms. The moves are the same in every run. */
export function planRandomMoves(count: number, moves: number): Planning[] {
  return Object.entries(orders).map(([name, orderOf]) => {
    const stored = Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      displayOrder: orderOf(index, count),
    }));
    const shown = stored
      .toSorted((a, b) => a.displayOrder - b.displayOrder || a.id - b.id)
      .map(({ id }) => id);
    const times: number[] = [];
    let mostWrites = 0;
    let seed = 1;
    const place = () => (seed = (seed * 48_271) % 2_147_483_647) % count;
    for (let move = 0; move < moves; move++) {
      const [from, to] = [place(), place()];
      const wanted = shown.toSpliced(from, 1).toSpliced(to, 0, shown[from] ?? 0);
      const start = performance.now();
      const plan = planOrder(stored, wanted);
      times.push(performance.now() - start);
      if (plan.status === 'planned') mostWrites = Math.max(mostWrites, plan.writes.length);
    }
    times.sort((a, b) => a - b);
    return {
      stored: name,
      median: times[times.length >> 1] ?? Number.NaN,
      slowest: times.at(-1) ?? Number.NaN,
      mostWrites,
    };
  });
}
