import { describe, expect, it } from 'vitest';
import { parseSectionCount } from './sectionCounts';

const list = (TotalItems: unknown, ...Records: unknown[]) => ({ Records, TotalItems, TotalPages: 1 });
const totalOf = (json: unknown) => parseSectionCount(json, 7).total;

describe('the number of sections in an answer', () => {
  it('is what it says, where its row is of the course', () => {
    expect(parseSectionCount(list(40, { Id: 1, CourseId: 7 }), 7)).toEqual({ total: 40, isForeign: false });
    expect(totalOf(list(0))).toBe(0);
  });

  it('is not known where the row is of another course, and that is told', () => {
    expect(parseSectionCount(list(40, { Id: 1, CourseId: 8 }), 7)).toEqual({ total: null, isForeign: true });
  });

  it('is not known where the row does not name its course or can’t be read', () => {
    for (const row of [{ Id: 1 }, { CourseId: 7 }, null]) {
      expect(parseSectionCount(list(40, row), 7)).toEqual({ total: null, isForeign: false });
    }
  });

  it('is not known where there is none, or it contradicts the rows', () => {
    const own = { Id: 1, CourseId: 7 };
    for (const total of [undefined, null, -1, 1.5, 0, 'many']) expect(totalOf(list(total, own))).toBeNull();
    expect(totalOf(list(3))).toBeNull();
    expect(totalOf([own])).toBeNull();
    expect(totalOf(list(1, own, { Id: 2, CourseId: 7 }))).toBeNull();
    expect(() => totalOf({ Message: 'no list' })).toThrow(TypeError);
  });
});
