import { describe, expect, it, vi } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseStore, setState } from '#/features/course-changes/courseStore';
import { undoLast } from '#/features/course-changes/dispatch';
import { requestElsewhere } from '#/features/course-changes/elsewhere';
import type { CopyGoal } from '#/features/course-changes/job/jobTypes';

const THERE = 8;
const across = { from: 7, into: 'Desks' };

/** Sections 1, 2, 3 of a course on the screen, and 51, 52, 53 of another one. */
async function twoCourses(orders = [10, 20, 30]) {
  const course = await openCourse([10, 20, 30]);
  const { server, client, store, commands } = course;
  for (const id of [1, 2, 3]) server.change(id, { Title: `Section ${id}`, Active: true });
  server.addCourse(THERE, 51, orders);
  const there = courseStore(client, store.account, THERE);
  const copy = (ids: readonly number[], goal: CopyGoal = { across, place: 'end' }) =>
    course.finished(commands.duplicate(there, ids.map(course.target), 'Copy to “Desks”', true, goal));
  /** The sections of the other course, in its order. */
  const listed = async () => (await server.listSections(THERE)).map(({ Id }) => Id);
  return { ...course, there, copy, listed };
}

describe('copies into another course', () => {
  it('are all of their originals but place, thumbnail and state, under the same title, at the end', async () => {
    const course = await twoCourses();
    await course.copy([2, 1]);
    expect(await course.listed()).toEqual([51, 52, 53, 100, 101]);
    expect(course.server.records.get(100)).toMatchObject({
      CourseId: THERE,
      Title: 'Section 2',
      Active: false,
      DisplayOrder: 40,
      SectionContents: course.server.records.get(2)?.SectionContents,
    });
    // Nothing but the two of them.
    expect(course.server.writes).toEqual([100, 101]);
    const state = course.there.state.getSnapshot();
    expect(state).toMatchObject({ activity: null, status: { text: '2 sections copied to “Desks”' } });
    expect([...state.remoteChanges.keys()]).toEqual([100, 101]);
  });

  it('stand where they are wanted, the others giving way as was said', async () => {
    const course = await twoCourses([1, 2, 3]);
    await course.copy([1, 3], { across, place: 51 });
    expect(await course.listed()).toEqual([51, 100, 101, 52, 53]);
    // One other section.
    expect(course.server.writes).toEqual([100, 101, 51]);
    expect(course.there.jobs.load(THERE)).toBeNull();
  });

  it('get no number below zero where that is refused', async () => {
    const course = await twoCourses([0, 1, 2]);
    // The copy, and its number once more when it is put in its place.
    for (const write of [1, 3]) course.server.writeFaults.set(write, 'refused');
    await course.copy([1], { across, place: 'start' });
    expect(await course.listed()).toEqual([101, 51, 52, 53]);
    const numbers = (await course.server.listSections(THERE)).map(({ DisplayOrder }) => DisplayOrder);
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(course.there.state.getSnapshot().activity).toBeNull();
  });

  it('are not sent again for their number where the account may not create there', async () => {
    const course = await twoCourses([0, 1, 2]);
    for (const write of [1, 2]) course.server.writeFaults.set(write, 'forbidden');
    await course.copy([1], { across, place: 'start' });
    expect(course.server.writes).toHaveLength(1);
  });

  it('are deleted again by “Undo”, only as long as they are as they were made', async () => {
    const course = await twoCourses();
    await course.copy([1, 2]);
    course.server.change(101, { Title: 'Theirs' });
    undoLast(course.there);
    await vi.runAllTimersAsync();
    await course.finished(course.there.tail);
    expect(await course.listed()).toEqual([51, 52, 53, 101]);
    expect(course.there.state.getSnapshot().activity).toMatchObject({ title: 'Not undone' });
  });

  it('that a colleague has changed while others were made are left by “Undo”', async () => {
    const course = await twoCourses();
    course.server.beforeWrite = () => {
      if (course.server.records.has(100)) course.server.change(100, { Title: 'Theirs' });
    };
    await course.copy([1, 2]);
    course.server.beforeWrite = () => undefined;
    undoLast(course.there);
    await vi.runAllTimersAsync();
    await course.finished(course.there.tail);
    expect(await course.listed()).toEqual([51, 52, 53, 100]);
  });

  it('go to the end where the section is gone that they were to follow, and that is said', async () => {
    const course = await twoCourses();
    course.server.records.delete(52);
    await course.copy([1], { across, place: 52 });
    expect(await course.listed()).toEqual([51, 53, 100]);
    expect(course.there.state.getSnapshot().status.text).toBe(
      '“Section 1” copied to “Desks”. It stands at the end: the section that it was to follow is gone.',
    );
  });

  it('whose answer was lost are looked for in the course that they went into, and not sent again', async () => {
    const course = await twoCourses();
    // The course of the original has one of this title: it is no copy.
    course.server.writeFaults.set(1, 'lostAfter');
    await course.copy([1]);
    expect(course.server.writes).toEqual([100]);
    expect(course.there.state.getSnapshot().status.text).toBe('“Section 1” copied to “Desks”');
  });

  it('that come late are found there before another one is sent', async () => {
    const course = await twoCourses();
    course.server.writeFaults.set(1, 'late');
    await course.copy([1, 2]);
    const left = course.there.jobs.load(THERE);
    expect(left).toMatchObject({ goal: { across, place: 'end' } });
    course.server.arrive();
    if (left) await course.finished(course.commands.finish(course.there, left));
    expect(await course.listed()).toEqual([51, 52, 53, 100, 101]);
    expect(course.server.writes).toHaveLength(2);
  });

  it('that are refused stay to be finished there, with the reason: no row here says it', async () => {
    const course = await twoCourses();
    course.server.writeFaults.set(1, 'forbidden');
    await course.copy([1]);
    const { activity, rows } = course.there.state.getSnapshot();
    expect(activity).toMatchObject({ phase: 'ended', end: 'failed' });
    expect(rows.get(1)?.note?.text).toContain('CourseSection-Edit');
    expect(course.server.records.size).toBe(6);
  });

  it('are not made of a section that belongs to a third course by now', async () => {
    const course = await twoCourses();
    course.server.change(1, { CourseId: 9, CourseTitle: 'Elsewhere' });
    await course.copy([1]);
    expect(course.server.writes).toEqual([]);
    expect(course.there.state.getSnapshot().rows.get(1)?.note?.text).toContain('“Elsewhere”');
  });
});

describe('what another course was asked for', () => {
  it('is told here until something else is asked for, and as long as it is not done', async () => {
    const course = await twoCourses();
    const { store, there, state } = course;
    const targets = [course.target(1)];
    requestElsewhere(store, THERE, 'Copy', { kind: 'duplicate', targets, goal: { across, place: 'end' } });
    expect(state()).toMatchObject({ elsewhere: [THERE], undoable: null });
    expect(there.state.getSnapshot().isSaving).toBe(true);
    await vi.runAllTimersAsync();
    await course.finished(there.tail);
    expect(there.state.getSnapshot().undoable).toMatchObject({ kind: 'created' });
    await course.finished(course.commands.setActive(store, course.target(2), false));
    expect(state().elsewhere).toEqual([]);
  });
});

const copyOf = (course: Awaited<ReturnType<typeof twoCourses>>, id: number) => {
  const request = {
    kind: 'duplicate',
    targets: [course.target(id)],
    goal: { across, place: 'end' },
  } as const;
  requestElsewhere(course.store, THERE, 'Copy', request);
};

describe('another course that is asked for something', () => {
  it('says nothing any more of what it was asked for before', async () => {
    const course = await twoCourses();
    await course.copy([1]);
    undoLast(course.there);
    await vi.runAllTimersAsync();
    expect(course.there.state.getSnapshot().status.text).toBe('“Section 1” was deleted again');
    copyOf(course, 2);
    expect(course.there.state.getSnapshot().status.text).toBe('');
    await vi.runAllTimersAsync();
  });

  it('first looks for a copy that an earlier page has left unconfirmed there', async () => {
    const course = await twoCourses();
    course.server.writeFaults.set(1, 'late');
    await course.copy([1]);
    course.server.arrive();
    // As after a reload.
    const job = course.there.jobs.load(THERE);
    setState(course.there, { activity: job && { phase: 'ended', end: 'stopped', job } });
    copyOf(course, 2);
    await vi.runAllTimersAsync();
    await course.finished(course.there.tail);
    expect(course.there.jobs.load(THERE)).toBeNull();
    expect(await course.listed()).toEqual([51, 52, 53, 100]);
    expect(course.there.state.getSnapshot().asked).toMatchObject([{ describe: 'Copy', status: 'held' }]);
  });
});

describe('copies at a place of their own course', () => {
  it('stand there one after the other', async () => {
    const course = await openCourse([1, 2, 3]);
    const targets = [3, 2].map(course.target);
    await course.finished(
      course.commands.duplicate(course.store, targets, 'Duplicate', true, { place: 'start' }),
    );
    expect(course.list().map(({ Id }) => Id)).toEqual([100, 101, 1, 2, 3]);
  });
});
