import { describe, expect, it } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

describe('a copy that was sent, is not found, and comes later', () => {
  const targets = [1, 2].map((id) => ({ id, title: `Section ${id}` }));

  /** @param count of sections, of which the first one’s copy is late */
  async function leftLate(count: number) {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(1, 'late');
    await course.finished(course.commands.duplicate(course.store, targets.slice(0, count), 'Duplicate'));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    return { ...course, left: activity.job };
  }

  it.each([
    ['one', 1, [100], [1, 100, 2, 3]],
    ['several', 2, [100, 101], [1, 100, 2, 101, 3]],
  ])('is what “Finish” takes, and sends no other: %s', async (_, count, writes, sequence) => {
    const course = await leftLate(count);
    const { server, commands, store, left } = course;
    expect(course.noteAt(1)?.text).toMatch(/^No copy was found so far; it can still arrive\./);
    server.arrive();
    await course.finished(commands.finish(store, left));
    expect(server.writes).toEqual(writes);
    expect(sequenceOf(server)).toEqual(sequence);
    expect(course.state()).toMatchObject({ activity: null, twins: [] });
    expect(store.jobs.load(courseId)).toBeNull();
  });

  it('is found after a reload, too, before anything is sent', async () => {
    const course = await leftLate(2);
    const { server, commands, store } = course;
    server.arrive();
    await course.finished(commands.recover(store));
    const job = store.jobs.load(courseId);
    expect(job?.steps.map(({ outcome }) => outcome?.status)).toEqual(['done', undefined]);
    if (job) await course.finished(commands.finish(store, job));
    expect(server.writes).toEqual([100, 101]);
    expect(sequenceOf(server)).toEqual([1, 100, 2, 101, 3]);
  });

  it('is made by “Finish” where it has not come', async () => {
    const course = await leftLate(1);
    await course.finished(course.commands.finish(course.store, course.left));
    expect(course.server.writes).toEqual([100, 101]);
    expect(sequenceOf(course.server)).toEqual([1, 101, 2, 3]);
  });

  it('is still looked for after a “Finish” that could not read', async () => {
    const course = await leftLate(1);
    const { server, commands, store, left } = course;
    server.readFaults.add(server.reads + 1);
    await course.finished(commands.finish(store, left));
    expect(server.writes).toEqual([100]);
    server.arrive();
    const kept = store.jobs.load(courseId);
    if (!kept) throw new Error('Nothing was left.');
    await course.finished(commands.finish(store, kept));
    expect(server.writes).toEqual([100]);
    expect(sequenceOf(server)).toEqual([1, 100, 2, 3]);
  });

  it('is found although its original has another title by now, and the server gave it another number', async () => {
    const course = await leftLate(1);
    const { server, commands, store, left } = course;
    server.arrive();
    server.change(1, { Title: 'Renamed' });
    server.change(100, { DisplayOrder: 99 });
    await course.finished(commands.finish(store, left));
    expect(server.writes.filter((id) => id > 100)).toEqual([]);
    expect(sequenceOf(server)).toEqual([1, 100, 2, 3]);
  });

  it('is not taken for a colleague’s section that only has its title', async () => {
    const course = await leftLate(1);
    const { server, commands, store, left } = course;
    server.change(50, {
      ...server.records.get(1),
      Id: 50,
      Title: 'Section 1  (copy)',
      SectionContents: 'Theirs',
    });
    await course.finished(commands.finish(store, left));
    expect(server.writes).toContain(101);
    expect(store.knownVersions.has(101)).toBe(true);
  });
});
