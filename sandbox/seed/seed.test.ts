import { expect, test } from 'vitest';
import { Store, type StoredRecord } from '../db.ts';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from './ids.ts';
import { seedStore } from './seed.ts';

function seeded(): Store {
  const store = new Store(':memory:');
  seedStore(store);
  return store;
}

const ordersOf = (records: readonly StoredRecord[]) => records.map((record) => record['DisplayOrder']);

test('there is more than one page of courses, at four locations, with every visibility', () => {
  const courses = seeded().list('courses');
  expect(courses.length).toBeGreaterThan(25);
  expect(new Set(courses.map((course) => course['BusinessName'])).size).toBe(4);
  expect(new Set(courses.map((course) => course['Visibility']))).toEqual(new Set([1, 2, 3, 4]));
});

test('every number has eight digits and belongs to one record; every section is in a course', () => {
  const store = seeded();
  const courses = new Set(store.list('courses').map((course) => course.Id));
  const sections = store.list('sections');
  for (const { Id } of [...store.list('courses'), ...sections]) expect(String(Id)).toMatch(/^\d{8}$/);
  expect(sections.filter((section) => !courses.has(Number(section['CourseId'])))).toEqual([]);
  expect(store.list('lessons').filter((lesson) => !courses.has(Number(lesson['CourseId'])))).toEqual([]);
});

test('the notable courses are what their names promise', () => {
  const store = seeded();
  expect(store.list('sections', COURSES.handbook)).toHaveLength(40);
  expect(store.list('sections', COURSES.podcastStudio)).toEqual([]);
  expect(ordersOf(store.list('sections', COURSES.fireSafety))).toEqual([0, 0, 0, 0, 0]);
  expect(ordersOf(store.list('sections', COURSES.eventHosting))).toEqual([10, -5, 20, 20, 35, 100, 10]);
  for (const id of Object.values(COURSES)) expect(store.get('courses', id)).not.toBeNull();
});

test('the notable sections are what their names promise', () => {
  const store = seeded();
  const section = (id: number) => store.get('sections', id);
  for (const id of Object.values(ONBOARDING_SECTIONS)) {
    expect(section(id)).toMatchObject({ CourseId: COURSES.memberOnboarding });
  }
  for (const id of Object.values(AWKWARD_SECTIONS)) {
    expect(section(id)).toMatchObject({ CourseId: COURSES.imported });
  }
  expect(section(AWKWARD_SECTIONS.unlockType99)).toMatchObject({ UnlockType: 99 });
  expect(section(AWKWARD_SECTIONS.unlockType0)).toMatchObject({ UnlockType: 0 });
  expect(section(AWKWARD_SECTIONS.nullTitle)).toMatchObject({ Title: null });
  expect(section(AWKWARD_SECTIONS.emptyTitle)).toMatchObject({ Title: '' });
  expect(String(section(AWKWARD_SECTIONS.longTitle)?.['Title']).length).toBe(480);
  expect(section(AWKWARD_SECTIONS.crlf)?.['SectionContents']).toContain('\r\n');
});
