import { describe, expect, it, vi } from 'vitest';
import { ask } from '#/features/course-changes/asked';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { setState } from '#/features/course-changes/courseStore';
import { undoLast } from '#/features/course-changes/dispatch';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

const newcomer = { id: 2, title: 'Kitchens', number: 10 };

function makeRoom(
  { store, commands }: Awaited<ReturnType<typeof openCourse>>,
  { id, title, number, place }: typeof newcomer & { place?: number },
): Promise<void> {
  const request = {
    kind: 'makeRoom',
    newcomer: { id, title },
    number,
    writes: 1,
    ...(place && { place }),
  } as const;
  return commands.carryOut(store, ask(store, `Make room for “${title}”`, request));
}

describe('making room for a section that was just stored', () => {
  it('lets the others give way by the fewest writes, and keeps its number', async () => {
    const course = await openCourse([10, 10, 11, 30]);
    await course.finished(makeRoom(course, newcomer));
    expect(course.server.orders()).toEqual([1, 10, 11, 30]);
    expect(course.server.writes).toEqual([1]);
    expect(course.said).toEqual(['Room was made for “Kitchens”: 1 other section changed']);
    expect(course.state()).toMatchObject({ activity: null, isSaving: false });
  });

  it('makes it where the section is wanted, which of equal numbers alone does not say', async () => {
    const course = await openCourse([5, 5, 5, 9]);
    await course.finished(makeRoom(course, { ...newcomer, id: 3, number: 5, place: 1 }));
    expect(sequenceOf(course.server)).toEqual([1, 3, 2, 4]);
    expect(new Set(course.server.orders()).size).toBe(4);
  });

  it('is taken back together with the section that was created just before', async () => {
    const course = await openCourse([10, 10, 11, 30]);
    const { store, server, state } = course;
    const making = makeRoom(course, newcomer);
    const records = [await server.getSection(2)];
    setState(store, { undoable: { kind: 'created', text: '“Kitchens” created', records } });
    await course.finished(making);
    expect(course.said).toEqual(['Created. Room was made for “Kitchens”: 1 other section changed']);
    expect(state().status.hasUndo).toBe(true);
    undoLast(store);
    await vi.runAllTimersAsync();
    await course.finished(store.tail);
    expect(server.ids()).toEqual([1, 3, 4]);
    expect(server.orders()).toEqual([10, 11, 30]);
  });

  it('writes nothing where its number is its own by now', async () => {
    const course = await openCourse([5, 10, 11]);
    await course.finished(makeRoom(course, newcomer));
    expect(course.server.writes).toEqual([]);
    expect(course.said).toEqual([]);
  });

  it('leaves what did not end well to be finished', async () => {
    const course = await openCourse([10, 10, 11, 12, 13, 13]);
    const third = { ...newcomer, id: 4, number: 11 };
    course.server.change(4, { DisplayOrder: 11 });
    course.server.change(5, { DisplayOrder: 12 });
    course.server.writeFaults.set(1, 'refused');
    await course.finished(makeRoom(course, third));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect(activity).toMatchObject({ end: 'failed', job: { describe: 'Make room for “Kitchens”' } });
    expect(course.store.jobs.load(courseId)).not.toBeNull();
    await course.finished(course.commands.finish(course.store, activity.job));
    const numbers = course.server.orders();
    expect(numbers.filter((number) => number === 11)).toHaveLength(1);
    expect(sequenceOf(course.server).indexOf(4)).toBeGreaterThan(0);
  });

  it('writes nothing where it has another number by now, and says which', async () => {
    const course = await openCourse([10, 30, 11]);
    await course.finished(makeRoom(course, newcomer));
    expect(course.server.writes).toEqual([]);
    expect(course.said).toEqual(['“Kitchens” has the number 30 now']);
    expect(course.state().activity).toBeNull();
  });

  it.each([
    [11, 'It has the number 11 now, as others have.'],
    [null, 'It has no number now, as others have.'],
  ])('makes no room where it has %s with others by now, and says so', async (now, text) => {
    const course = await openCourse([10, now, 11, 12, null]);
    await course.finished(makeRoom(course, newcomer));
    expect(course.server.writes).toEqual([]);
    const title = 'No room was made for “Kitchens”';
    expect(course.state().activity).toMatchObject({ phase: 'message', title, text });
  });

  it('says so when the others cannot be read', async () => {
    const course = await openCourse([10, 10]);
    course.server.listFaults.add(1);
    await course.finished(makeRoom(course, newcomer));
    expect(course.server.writes).toEqual([]);
    expect(course.state().activity).toMatchObject({
      phase: 'message',
      title: 'No room was made for “Kitchens”',
    });
  });

  it('gets a plan without a negative number where the service refuses one', async () => {
    const course = await openCourse([0, 0, 1, 2, 3]);
    course.server.writeFaults.set(1, 'refused');
    await course.finished(makeRoom(course, { ...newcomer, number: 0 }));
    expect(course.server.records.get(2)?.DisplayOrder).toBe(0);
    expect(new Set(course.server.orders()).size).toBe(5);
    expect(course.server.orders().every((order) => Number(order) >= 0)).toBe(true);
    expect(course.state().activity).toBeNull();
  });
});
