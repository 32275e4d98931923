import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseRecord } from '#/api/courses';
import { withParams } from '#/lib/withParams';
import {
  choicesText,
  type CourseFilter,
  everything,
  filterCourses,
  isFiltering,
  optionsOf,
  readCourseFilter,
} from './courseFilter';
import { courseTitle } from './courseTitle';
import { testCourse as course } from './testing/testCourse';

const list = [
  course(11, 'Élan vital', { BusinessName: 'Lisboa', Active: false }),
  course(22, 'Yoga', { GroupName: 'Wellbeing', Active: null }),
  course(33, 'Bookkeeping', { BusinessName: ' Porto ' }),
];

const counts = new Map([
  [11, 40],
  [22, 4],
  [33, null],
]);
const ids = (courses: readonly CourseRecord[]) => courses.map(({ Id }) => Id);
const found = (filter: Partial<CourseFilter>) =>
  ids(filterCourses(list, { ...everything, ...filter }, counts));

describe('the filter of the courses', () => {
  it('finds by title, location, group and the number from its start, without case or accents', () => {
    expect(found({ search: 'elan' })).toEqual([11]);
    expect(found({ search: 'WELL yoga' })).toEqual([22]);
    expect(found({ search: 'porto' })).toEqual([33]);
    expect(found({ search: '3' })).toEqual([33]);
    expect(found({ search: '33' })).toEqual([33]);
    expect(ids(filterCourses([course(1240, 'Desks')], { ...everything, search: '40' }, counts))).toEqual([]);
    expect(found({ search: 'yoga porto' })).toEqual([]);
  });

  it('asks for a location, a group and a state together, and for nothing at first', () => {
    expect(filterCourses(list, { ...everything, search: '  ' }, counts)).toBe(list);
    expect(found({ location: 'Porto' })).toEqual([33]);
    expect(found({ location: '(none)' })).toEqual([22]);
    expect(found({ group: 'Wellbeing' })).toEqual([22]);
    expect(found({ active: 'yes' })).toEqual([33]);
    expect(found({ active: 'no' })).toEqual([11]);
    expect(found({ active: 'no', location: 'Porto' })).toEqual([]);
    expect(found({ search: 'book', location: 'Porto', active: 'yes' })).toEqual([33]);
  });

  it('finds by the number of sections, exactly and as far as it is known', () => {
    expect(found({ search: '40' })).toEqual([11]);
    expect(found({ search: '40 sections' })).toEqual([11]);
    expect(found({ search: 'lisboa 40 sect' })).toEqual([11]);
    expect(found({ search: '4' })).toEqual([22]);
    expect(found({ search: '0' })).toEqual([]);
    expect(found({ search: 'yoga 40' })).toEqual([]);
    expect(ids(filterCourses(list, { ...everything, search: 'o 40', active: 'yes' }, 'any'))).toEqual([33]);
    const named = course(55, 'The 9 sections of a lease');
    expect(filterCourses([named], { ...everything, search: '9 sections' }, counts)).toEqual([named]);
  });

  it('finds each course by its own title', () => {
    const titles = fc.option(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(titles, (Title) => {
        const one = course(1, Title);
        expect(filterCourses([one], { ...everything, search: courseTitle(one) }, counts)).toContain(one);
      }),
    );
  });

  it('comes back from the URL as it was written there, beside what else stands in it', () => {
    const filter = { search: 'a&b', location: 'Mill Lane', group: '(none)', active: 'no' };
    const params = withParams(new URLSearchParams('x=1'), filter);
    expect(params.get('x')).toBe('1');
    expect(readCourseFilter(params)).toEqual(filter);
    expect(withParams(params, everything).toString()).toBe('x=1');
    expect(readCourseFilter(new URLSearchParams('active=perhaps'))).toEqual(everything);
    expect(isFiltering(everything)).toBe(false);
    expect(isFiltering(filter)).toBe(true);
  });

  it('is told in words', () => {
    expect(choicesText(everything)).toBe('');
    expect(choicesText({ search: 'x', location: 'Mill Lane', group: '(none)', active: 'no' })).toBe(
      'Location: Mill Lane. Group: none. State: Inactive.',
    );
  });
});

describe('what can be chosen', () => {
  it('is each name once, in order, and none at the end', () => {
    expect(optionsOf(['B 10', ' ', 'b 2', 'B 10 ', null], '', 'No group')).toEqual([
      ['', 'Any'],
      ['b 2', 'b 2'],
      ['B 10', 'B 10'],
      ['(none)', 'No group'],
    ]);
  });

  it('is nothing where it would leave nothing out, and always what was asked for', () => {
    expect(optionsOf([], '', 'No group')).toEqual([]);
    expect(optionsOf(['Team', 'Team'], '', 'No group')).toEqual([]);
    expect(optionsOf(undefined, '', 'No group')).toEqual([['', 'Any']]);
    expect(optionsOf(undefined, '(none)', 'No group')).toEqual([
      ['', 'Any'],
      ['(none)', 'No group'],
    ]);
    expect(optionsOf(['Team'], 'Gone', 'No group').map(([value]) => value)).toEqual(['', 'Gone', 'Team']);
  });
});
