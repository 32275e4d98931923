import type { StoredRecord } from '../db.ts';
import { COURSES } from './ids.ts';
import { AUTHORS, uuidOf } from './sectionOf.ts';

/** Lessons and enrolments, made from the courses and sections. */
const LESSON_TITLES = [
  'Read this first',
  'A short film',
  'Try it yourself',
  'Check what you know',
  'Where to ask',
];
const FIRST_LESSON = 65_432_101;
const FIRST_MEMBER = 54_321_001;

const NAMES = [
  'Amara Okafor',
  'Bence Nagy',
  'Chiara Russo',
  'Dilan Aydın',
  'Elif Şahin',
  'Freya Lindqvist',
  'Gustavo Prado',
  'Hana Suzuki',
  'Ibrahim Saleh',
  'Joanna Nowak',
  'Kwame Mensah',
  'Lucía Ferrer',
];

const common = (id: number) => ({
  UniqueId: uuidOf(id),
  CreatedOn: '2025-02-03T08:00:00Z',
  UpdatedOn: '2025-03-04T09:30:00Z',
  UpdatedBy: AUTHORS[0],
  IsNew: false,
  SystemId: null,
});

/** None to five lessons a section, and two in a course without a section. */
export function lessonsOf(
  courses: readonly StoredRecord[],
  sections: readonly StoredRecord[],
): StoredRecord[] {
  const places = sections.flatMap((section, index) =>
    Array.from({ length: (index * 7 + 3) % 6 }, () => ({ courseId: section['CourseId'], section })),
  );
  const loose = [1, 2].map(() => ({ courseId: COURSES.memberOnboarding, section: null }));
  const titles = new Map(courses.map((course) => [course.Id, course['Title']]));
  return [...places, ...loose].map(({ courseId, section }, index) => {
    const id = FIRST_LESSON + index;
    return {
      Id: id,
      CourseId: courseId,
      CourseTitle: titles.get(Number(courseId)) ?? null,
      SectionId: section?.Id ?? null,
      SectionTitle: section?.['Title'] ?? null,
      Title: LESSON_TITLES[index % LESSON_TITLES.length],
      SummaryText: null,
      LessonContents: '<p>…</p>',
      Active: true,
      DisplayOrder: (index % LESSON_TITLES.length) + 1,
      UnlockType: 1,
      UnlockAfterDays: 0,
      CompletionType: (index % 4) + 1,
      ...common(id),
    };
  });
}

/** Up to twelve members a course. */
export function membersOf(courses: readonly StoredRecord[]): StoredRecord[] {
  const places = courses.flatMap((course, index) =>
    NAMES.slice(0, (index * 5 + 4) % (NAMES.length + 1)).map((name) => ({ course, name })),
  );
  return places.map(({ course, name }, index) => {
    const id = FIRST_MEMBER + index;
    return {
      Id: id,
      CourseId: course.Id,
      CourseTitle: course['Title'],
      CoworkerId: 76_543_201 + NAMES.indexOf(name),
      CoworkerFullName: name,
      ...common(id),
    };
  });
}
