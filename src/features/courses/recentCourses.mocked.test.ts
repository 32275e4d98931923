import { beforeEach, expect, it, vi } from 'vitest';
import { noteOpened, recentCourses, recentFirst } from './recentCourses';
import { testCourse } from './testing/testCourse';

let username: string | null;
vi.mock('#/api/session/session', () => ({
  sessionStore: {
    getSnapshot: () => (username === null ? { status: 'signedOut' } : { status: 'signedIn', username }),
  },
}));

const stored = new Map<string, string>();
beforeEach(() => {
  username = 'a@b.test';
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
});

it('the five courses opened last are kept, the latest first, by account', () => {
  for (const id of [1, 2, 3, 4, 5, 6, 2]) noteOpened(id);
  expect(recentCourses()).toEqual([2, 6, 5, 4, 3]);
  username = 'other@b.test';
  expect(recentCourses()).toEqual([]);
  username = null;
  noteOpened(9);
  expect(recentCourses()).toEqual([]);
  expect(stored.size).toBe(1);
});

it('what is stored and can’t be read is nothing', () => {
  noteOpened(1);
  const [key] = [...stored.keys()];
  for (const text of ['{', '{"a":1}', '["x",-1,0.5,7]']) {
    stored.set(key ?? '', text);
    expect(recentCourses()).toEqual(text.startsWith('[') ? [7] : []);
  }
  vi.stubGlobal('localStorage', undefined);
  expect(recentCourses()).toEqual([]);
  noteOpened(1);
});

it('they stand first where there are many courses, and the others stay in their order', () => {
  const many = Array.from({ length: 12 }, (_, index) => testCourse(index + 1, `Course ${index + 1}`));
  const { courses, recent } = recentFirst(many, [7, 99, 3]);
  expect(courses.map(({ Id }) => Id)).toEqual([7, 3, 1, 2, 4, 5, 6, 8, 9, 10, 11, 12]);
  expect(recent).toBe(2);
  expect(recentFirst(many, [99])).toEqual({ courses: many, recent: 0 });
  expect(recentFirst(many.slice(0, 10), [7])).toEqual({ courses: many.slice(0, 10), recent: 0 });
});
