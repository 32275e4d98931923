import { describe, expect, it } from 'vitest';
import { courseNoteText, searchStatusText } from './courseOptionText';

const course = { Id: 7, Title: 'Welcome', BusinessName: null, GroupName: null, Visibility: 1, Active: true };

describe('a course to choose', () => {
  it('shows where it belongs', () => {
    expect(courseNoteText({ ...course, BusinessName: 'Lisbon', GroupName: 'Onboarding' })).toBe(
      'Lisbon · Onboarding',
    );
    expect(courseNoteText({ ...course, BusinessName: ' ', Active: false })).toBe('Inactive');
    expect(courseNoteText({ ...course, Active: null })).toBe('');
  });
});

describe('the state of the search', () => {
  const state = { isOpen: true, isSearching: false, text: '', count: 0 };
  it('is that no course is chosen, for a text that is left in the box', () => {
    const left = { ...state, isOpen: false, text: 'yoga' };
    expect(searchStatusText(left)).toBe('No course is chosen. Choose one from the list.');
    expect(searchStatusText({ ...left, isSearching: true })).toBe('Searching…');
  });

  it('is said while the list is open', () => {
    expect(searchStatusText({ ...state, isSearching: true, count: 3 })).toBe('Searching…');
    expect(searchStatusText({ ...state, count: 1 })).toBe('1 course');
    expect(searchStatusText({ ...state, count: 1200 })).toBe('1,200 courses');
    expect(searchStatusText({ ...state, text: ' yoga ' })).toBe('No course matches “yoga”.');
    expect(searchStatusText(state)).toBe('There are no courses yet.');
    expect(searchStatusText({ ...state, isOpen: false, count: 4 })).toBe('');
  });
});
