import { describe, expect, it } from 'vitest';
import { courseTitle, courseTitleIfKnown, isTitleOf } from './courseTitle';

describe('what a course is called', () => {
  it('is its title, without the spaces around it', () => {
    expect(courseTitle({ Id: 7, Title: ' Yoga ' })).toBe('Yoga');
    expect(courseTitleIfKnown(7, ' Yoga ')).toBe('Yoga');
  });

  it('is a name that can be seen and clicked when there is no visible title', () => {
    for (const Title of [null, '', '  ', ' \u200b'])
      expect(courseTitle({ Id: 7, Title })).toBe('(untitled course 7)');
    for (const Title of [null, '']) expect(courseTitleIfKnown(7, Title)).toBe('(untitled course 7)');
  });

  it('is its number while the title is not known', () => {
    expect(courseTitleIfKnown(7, undefined)).toBe('Course 7');
  });
});

describe('a text that is typed', () => {
  it('is the title of a course whatever its case and blanks', () => {
    const course = { Id: 7, Title: ' Cafe\u0301  Basics' };
    expect(isTitleOf(course, 'CAF\u00e9 basics ')).toBe(true);
    expect(isTitleOf(course, 'Cafe Basics')).toBe(false);
    expect(isTitleOf(course, 'Caf\u00e9')).toBe(false);
  });
});
