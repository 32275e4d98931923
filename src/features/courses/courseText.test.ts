import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseRecord } from '#/api/courses';
import { countText, sortCourses, visibilityText } from './courseText';
import { testCourse as course } from './testing/testCourse';

const ids = (courses: readonly CourseRecord[]) => courses.map(({ Id }) => Id);

describe('the list of courses', () => {
  it('names each known visibility and does not hide an unknown one', () => {
    expect([1, 2, 3, 4].map(visibilityText)).toEqual(['Public', 'Hidden', 'Private', 'Paid']);
    expect(visibilityText(9)).toBe('Unknown visibility (9)');
    expect(visibilityText(null)).toBeNull();
  });

  it('sorts titles as people do, and equal ones by number', () => {
    const list = [
      course(9, 'Week 10'),
      course(8, 'week 2'),
      course(3, 'Élan'),
      course(2, 'Week 2'),
      course(1, 'Zen'),
    ];
    expect(ids(sortCourses(list))).toEqual([3, 2, 8, 9, 1]);
  });

  it('never loses a course by sorting', () => {
    const some = fc.uniqueArray(
      fc.record({ Id: fc.integer({ min: 1 }), Title: fc.option(fc.string({ unit: 'grapheme' })) }),
      {
        selector: ({ Id }) => Id,
      },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const list = rows.map(({ Id, Title }) => course(Id, Title));
        expect(new Set(sortCourses(list))).toEqual(new Set(list));
      }),
    );
  });

  it('counts in words', () => {
    expect(countText(1, 1)).toBe('1 course');
    expect(countText(0, 0)).toBe('0 courses');
    expect(countText(3, 2400)).toBe('3 of 2,400 courses');
  });
});
