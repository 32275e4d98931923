import { describe, expect, it } from 'vitest';
import { roleRequestText } from './roleRequest';

describe('what is sent to an administrator', () => {
  it('asks for each role by its name', () => {
    expect(roleRequestText(['CourseSection-Read'])).toBe(
      'To work on course sections, my Nexudus account needs the role CourseSection-Read. Could you please add it?',
    );
    expect(roleRequestText(['CourseSection-Edit', 'CourseSection-Delete'])).toBe(
      'To work on course sections, my Nexudus account needs the roles CourseSection-Edit and CourseSection-Delete. Could you please add them?',
    );
  });
});
