import { describe, expect, it } from 'vitest';
import { courseTitle, courseTitleIfKnown } from './courseTitle';

describe('what a course is called', () => {
  it('is its title, without the spaces around it', () => {
    expect(courseTitle({ Id: 7, Title: ' Yoga ' })).toBe('Yoga');
    expect(courseTitleIfKnown(7, ' Yoga ')).toBe('Yoga');
  });

  it('is a name that can be seen and clicked when there is no visible title', () => {
    for (const Title of [null, '', '  ', ' \u200b'])
      expect(courseTitle({ Id: 7, Title })).toBe('(untitled course 7)');
    expect(courseTitleIfKnown(7, '')).toBe('(untitled course 7)');
  });

  it('is its number while the title is not known', () => {
    expect(courseTitleIfKnown(7, null)).toBe('Course 7');
    expect(courseTitleIfKnown(7, undefined)).toBe('Course 7');
  });
});
