import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseRecord } from '#/api/courses';
import { countText, filterCourses, sortCourses, visibilityText } from './courseText';
import { courseTitle } from './courseTitle';

const course = (Id: number, Title: string | null, more: Partial<CourseRecord> = {}): CourseRecord => ({
  Id,
  Title,
  BusinessName: null,
  GroupName: null,
  Visibility: 1,
  Active: true,
  ...more,
});

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

  it('finds by title, location, group and number, without case or accents', () => {
    const list = [
      course(11, 'Élan vital', { BusinessName: 'Lisboa' }),
      course(22, 'Yoga', { GroupName: 'Wellbeing' }),
      course(33, 'Bookkeeping', { BusinessName: 'Porto' }),
    ];
    expect(ids(filterCourses(list, 'elan'))).toEqual([11]);
    expect(ids(filterCourses(list, 'WELL yoga'))).toEqual([22]);
    expect(ids(filterCourses(list, 'porto'))).toEqual([33]);
    expect(ids(filterCourses(list, '33'))).toEqual([33]);
    expect(ids(filterCourses(list, 'yoga porto'))).toEqual([]);
    expect(filterCourses(list, '  ')).toBe(list);
  });

  it('never loses a course by sorting, and finds each by its own title', () => {
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
        for (const one of list) expect(filterCourses(list, courseTitle(one))).toContain(one);
      }),
    );
  });

  it('counts in words', () => {
    expect(countText(1, 1)).toBe('1 course');
    expect(countText(0, 0)).toBe('0 courses');
    expect(countText(3, 2400)).toBe('3 of 2,400 courses');
  });
});
