import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getCourse, listCourses, searchCourses } from './courses';
import type { Call } from './http/http';
import { countLessons } from './lessons';

let answer: (call: Call<unknown>) => unknown;
const calls: Call<unknown>[] = [];
vi.mock('./http/http', () => ({
  request: async (call: Call<unknown>) => {
    calls.push(call);
    return call.parse(await answer(call));
  },
}));
beforeEach(() => {
  calls.length = 0;
});

const titles = ['Yoga for beginners', 'Café skills', 'Advanced YOGA'];
const all = titles.map((Title, index) => ({ Id: index + 1, Title }));
const page = (Records: readonly object[]) => ({ Records, TotalPages: 1, TotalItems: Records.length });
const filtered = (matches: (title: string, text: string) => boolean) => (call: Call<unknown>) => {
  const text = call.query?.['Course_Title'];
  return page(text === undefined ? all : all.filter(({ Title }) => matches(Title, String(text))));
};
const contains = filtered((title, text) => title.toLowerCase().includes(text.toLowerCase()));
const ignored = () => page(all);
const exact = filtered((title, text) => title === text);

describe('courses', () => {
  it('are listed with what the app shows of them, in the server’s order', async () => {
    const course = {
      Id: '4',
      Title: 'Yoga',
      BusinessName: 'Harbour',
      GroupName: null,
      Visibility: '2',
      Active: true,
      FullDescription: '<p>',
    };
    answer = () => page([course]);
    expect((await listCourses()).rows).toEqual([
      { Id: 4, Title: 'Yoga', BusinessName: 'Harbour', GroupName: null, Visibility: 2, Active: true },
    ]);
    expect(calls[0]).toMatchObject({ path: '/content/courses', role: 'Course-List' });
    expect(calls[0]?.query?.['Course_Title']).toBeUndefined();
  });

  it.each([
    ['filters', contains],
    ['ignores the filter', ignored],
    ['finds nothing but exact titles', exact],
  ])('are found by a part of their title when the server %s', async (_name, server) => {
    answer = server;
    const found = [{ Id: 1 }, { Id: 3 }];
    expect(await searchCourses(' yoga ')).toMatchObject(found);
    expect(calls[0]?.query).toMatchObject({ Course_Title: 'yoga' });
  });

  it('are found without accents', async () => {
    answer = ignored;
    expect(await searchCourses('cafe')).toMatchObject([{ Id: 2 }]);
  });

  it('are searched in one request where the filter works', async () => {
    answer = contains;
    await searchCourses('yoga');
    expect(calls).toHaveLength(1);
  });

  it('can be chosen from before anything is typed', async () => {
    answer = contains;
    expect(await searchCourses('  ')).toHaveLength(3);
    expect(calls).toHaveLength(1);
  });

  it('may match nothing', async () => {
    answer = contains;
    expect(await searchCourses('zebra')).toEqual([]);
  });
});

describe('one course', () => {
  it('is read by its number', async () => {
    answer = () => ({ Id: 4, Title: 'Yoga' });
    expect(await getCourse(4)).toMatchObject({ Id: 4, Title: 'Yoga', Visibility: null });
    expect(calls[0]).toMatchObject({ path: '/content/courses/4', role: 'Course-Read' });
  });

  it('is not another one', async () => {
    answer = () => ({ Id: 5 });
    await expect(getCourse(4)).rejects.toThrow('Not the course');
  });
});

describe('lessons', () => {
  it('are counted by section, those of other courses and of no section left out', async () => {
    answer = () =>
      page([
        { Id: 1, CourseId: 7, SectionId: 70 },
        { Id: 2, CourseId: 7, SectionId: 70 },
        { Id: 3, CourseId: 7, SectionId: null },
        { Id: 4, CourseId: 8, SectionId: 80 },
        { Id: 5, SectionId: 71 },
      ]);
    expect(await countLessons(7)).toEqual(
      new Map([
        [70, 2],
        [71, 1],
      ]),
    );
    expect(calls[0]).toMatchObject({
      path: '/content/courselessons',
      query: { CourseLesson_Course: 7 },
      role: 'CourseLesson-List',
    });
  });
});
