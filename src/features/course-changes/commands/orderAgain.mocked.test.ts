import { describe, expect, it } from 'vitest';
import { halfWritten, openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

type Course = Pick<Awaited<ReturnType<typeof openCourse>>, 'server'>;

/** A colleague’s new section. */
const add = ({ server }: Course, order: number) =>
  void server.records.set(9, { ...server.records.get(1), Id: 9, DisplayOrder: order });

/** The numbers that more than one section has. */
const shared = ({ server }: Course) => {
  const orders = server.orders();
  return orders.filter((order, index) => orders.indexOf(order) !== index);
};

describe('no tie comes of', () => {
  it('“Finish” where a colleague has taken a number that was planned, and what they moved stays there', async () => {
    const { job, ...course } = await halfWritten();
    course.server.change(2, { DisplayOrder: job.steps[1]?.set.DisplayOrder });
    expect(sequenceOf(course.server)).toEqual([4, 2, 1, 3]);
    await course.finished(course.commands.finish(course.store, job));
    expect(shared(course)).toEqual([]);
    expect(sequenceOf(course.server)).toEqual([4, 3, 2, 1]);
    expect(course.state().activity).toBeNull();
  });

  it('“Put it back” where a colleague has taken the old number', async () => {
    const { job, ...course } = await halfWritten();
    add(course, 40);
    await course.finished(course.commands.putBack(course.store, job));
    expect(shared(course)).toEqual([]);
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4, 9]);
    expect(course.state().activity).toBeNull();
  });

  it('“Put it back” where a colleague has moved one of two that were written, which stays there', async () => {
    const course = await openCourse([10, 20, 30, 40, 50]);
    course.server.writeFaults.set(3, 'refused');
    await course.finished(course.commands.sendOrder(course.store, course.list(), [1, 5, 4, 3, 2], 'Move'));
    const job = course.store.jobs.load(courseId);
    if (!job) throw new Error('Nothing was left.');
    const [first = 0, second = 0] = course.server.writes;
    for (const [theirs, ours] of [[first, second] as const, [second, first] as const]) {
      const stored = structuredClone([...course.server.records]);
      course.server.change(theirs, { DisplayOrder: 47 });
      course.store.jobs.save(job);
      await course.finished(course.commands.putBack(course.store, job));
      expect(course.server.records.get(theirs)).toMatchObject({ DisplayOrder: 47 });
      expect(course.server.records.get(ours)).toMatchObject({ DisplayOrder: ours * 10 });
      expect(course.noteAt(theirs)?.text).toMatch(/^Not put back: colleague/);
      for (const [id, record] of stored) course.server.records.set(id, record);
    }
  });

  it('“Put it back” where the old numbers were shared', async () => {
    const course = await openCourse([5, 5, 5]);
    course.server.writeFaults.set(2, 'refused');
    await course.finished(course.commands.sendOrder(course.store, course.list(), [3, 2, 1], 'Move'));
    const job = course.store.jobs.load(courseId);
    if (!job) throw new Error('Nothing was left.');
    const [written = 0] = course.server.writes;
    await course.finished(course.commands.putBack(course.store, job));
    expect(sequenceOf(course.server)).toEqual([1, 2, 3]);
    const orders = course.server.orders();
    const own = course.server.records.get(written)?.DisplayOrder;
    expect(orders.filter((order) => order === own)).toHaveLength(1);
  });

  it('“Put it back” of what was put back in part, and its “Finish”', async () => {
    const { job, ...course } = await halfWritten();
    course.server.writeFaults.set(3, 'refused');
    await course.finished(course.commands.putBack(course.store, job));
    const back = course.store.jobs.load(courseId);
    if (!back) throw new Error('Nothing was left.');
    add(course, 40);
    await course.finished(course.commands.finish(course.store, back));
    expect(shared(course)).toEqual([]);
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4, 9]);
    expect(course.said.at(-1)).toBe('Move: put back');
  });
});

it('on a server that gives numbers of its own, “Put it back” works also where the list could not be read after the refusal', async () => {
  const course = await openCourse([1, 2, 3, 4, 5]);
  course.server.renumbers = true;
  course.server.writeFaults.set(3, 'refused');
  course.server.listFaults.add(2);
  await course.finished(course.commands.sendOrder(course.store, course.list(), [5, 4, 3, 2, 1], 'Order'));
  const { activity } = course.state();
  if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
  expect(activity.job.order?.left).toBeUndefined();
  await course.finished(course.commands.putBack(course.store, activity.job));
  expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4, 5]);
  expect(course.said.at(-1)).toBe('Order: put back');
});
