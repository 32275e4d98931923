import { describe, expect, it } from 'vitest';
import { limitsOf, limitWords } from './permissions';

describe('what an account may do', () => {
  it('is everything until something was refused', () => {
    expect(limitsOf(new Set(), false)).toEqual({ edit: null, run: null, create: null, remove: null });
  });

  it('names the missing role and leaves the rest on', () => {
    const limits = limitsOf(new Set(['CourseSection-Delete']), false);
    expect(limits.remove).toContain('CourseSection-Delete');
    expect([limits.edit, limits.run, limits.create]).toEqual([null, null, null]);
  });

  it('needs the role to read for every change, but not for deleting', () => {
    const limits = limitsOf(new Set(['CourseSection-Read']), false);
    expect(
      [limits.edit, limits.run, limits.create].every((text) => text?.includes('CourseSection-Read')),
    ).toBe(true);
    expect(limits.remove).toBeNull();
  });

  it('keeps further runs waiting while one is not finished, but not the switches', () => {
    const limits = limitsOf(new Set(), true);
    expect(limits.run).toMatch(/finish/);
    expect(limits.edit).toBeNull();
  });

  it('is said once for each role that matters here', () => {
    expect(limitWords(new Set(['CourseLesson-List', 'Something-Else']))).toEqual([
      'CourseLesson-List: lessons can’t be counted.',
    ]);
  });
});
