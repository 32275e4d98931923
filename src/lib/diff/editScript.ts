/** What may still be spent, in steps of the innermost loop; ten million take about a tenth of a second. */
export interface Budget {
  left: number;
}

/** 1 for each element that has no partner in the other sequence. */
export interface EditScript {
  readonly removed: Uint8Array;
  readonly added: Uint8Array;
}

interface Box {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** A diagonal that no path has reached. */
const NOWHERE = -1;

/** The furthest x on diagonal k, one edit after `reach`; `nowhere` when both ways leave the box. */
function advance(reach: Int32Array, at: number, k: number, width: number, height: number): number {
  const down = reach[at + 1] ?? NOWHERE;
  const before = reach[at - 1] ?? NOWHERE;
  const right = before === NOWHERE || before >= width ? NOWHERE : before + 1;
  const isDownInside = down !== NOWHERE && down - k <= height;
  return isDownInside && down > right ? down : right;
}

/**
 * The middle of a shortest path through the box: forward and backward searches that meet (Myers 1986, 4b), in memory
 * that is linear in the box. null when the budget is spent.
 */
function meet(a: Int32Array, b: Int32Array, box: Box, budget: Budget): { x: number; y: number } | null {
  const width = box.aTo - box.aFrom;
  const height = box.bTo - box.bFrom;
  const delta = width - height;
  const isOdd = delta % 2 !== 0;
  const most = Math.ceil((width + height) / 2);
  const origin = most + 1;
  const forward = new Int32Array(2 * most + 3).fill(NOWHERE);
  const backward = new Int32Array(2 * most + 3).fill(NOWHERE);
  forward[origin + 1] = 0;
  backward[origin + 1] = 0;

  for (let d = 0; d <= most; d += 1) {
    for (const isForward of [true, false]) {
      const mine = isForward ? forward : backward;
      const theirs = isForward ? backward : forward;
      for (let k = -d; k <= d; k += 2) {
        let x = advance(mine, origin + k, k, width, height);
        if (x !== NOWHERE) {
          const limit = Math.min(width, height + k);
          const start = x;
          if (isForward) while (x < limit && a[box.aFrom + x] === b[box.bFrom + x - k]) x += 1;
          else while (x < limit && a[box.aTo - 1 - x] === b[box.bTo - 1 - x + k]) x += 1;
          budget.left -= x - start;
        }
        mine[origin + k] = x;
        const other = theirs[origin + delta - k] ?? NOWHERE;
        if (isForward === isOdd && x !== NOWHERE && other !== NOWHERE && x + other >= width) {
          return isForward
            ? { x: box.aFrom + x, y: box.bFrom + x - k }
            : { x: box.aTo - x, y: box.bTo - x + k };
        }
      }
      budget.left -= d + 1;
    }
    if (budget.left <= 0) return null;
  }
  return null;
}

/** The box without what both sides begin and end with. */
function trim(a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo }: Box): Box {
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom += 1;
    bFrom += 1;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo -= 1;
    bTo -= 1;
  }
  return { aFrom, aTo, bFrom, bTo };
}

/**
 * What to remove from `a` and to add to make `b`: as little as possible while the budget lasts, then whole stretches
 * (`budget.left` is 0 or less afterwards).
 */
export function editScript(a: Int32Array, b: Int32Array, budget: Budget): EditScript {
  const removed = new Uint8Array(a.length);
  const added = new Uint8Array(b.length);
  const boxes: Box[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }];
  for (let next = boxes.pop(); next; next = boxes.pop()) {
    const box = trim(a, b, next);
    const { aFrom, aTo, bFrom, bTo } = box;
    const isPlain = aFrom === aTo || bFrom === bTo || budget.left <= 0;
    const middle = isPlain ? null : meet(a, b, box, budget);
    if (middle) {
      boxes.push(
        { aFrom, aTo: middle.x, bFrom, bTo: middle.y },
        { aFrom: middle.x, aTo, bFrom: middle.y, bTo },
      );
    } else {
      removed.fill(1, aFrom, aTo);
      added.fill(1, bFrom, bTo);
    }
  }
  return { removed, added };
}
