import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editScript } from './editScript';

const sequence = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 24 })
  .map((numbers) => Int32Array.from(numbers));

/** The length of a longest common subsequence, by the textbook table. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
const kept = (all: Int32Array, marks: Uint8Array) => [...all].filter((_, index) => marks[index] === 0);

describe('an edit script', () => {
  it('leaves the same elements on both sides, and as many as can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const { removed, added } = editScript(a, b, { left: 1e6 });
        expect(kept(a, removed)).toEqual(kept(b, added));
        expect(kept(a, removed)).toHaveLength(longestCommon(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('is still right, if longer, when the budget is spent', () => {
    fc.assert(
      fc.property(sequence, sequence, fc.nat(60), (a, b, left) => {
        const { removed, added } = editScript(a, b, { left });
        expect(kept(a, removed)).toEqual(kept(b, added));
      }),
    );
  });
});
