import { describe, expect, it, vi } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { moveRows, undoLast } from '#/features/course-changes/dispatch';

type Course = Awaited<ReturnType<typeof openCourse>>;

/** “Undo”, to its end. */
async function undo(course: Course): Promise<void> {
  undoLast(course.store);
  await vi.runAllTimersAsync();
  await course.finished(course.store.tail);
}

const activeOf = ({ server }: Course) => [...server.records.values()].map(({ Active }) => Active);
const titleOf = (id: number) => `Section ${id}`;

function move(course: Course, id: number, wanted: readonly number[]) {
  const shown = course.state().optimisticOrder ?? course.state().displayedOrder ?? [];
  moveRows(course.store, [id], shown, wanted, titleOf);
}

describe('“Undo” of a change of several sections', () => {
  const targets = [1, 2, 3].map((id) => ({ id, title: titleOf(id) }));
  const deactivated = async () => {
    // Of these, only the second one is active.
    const course = await openCourse([10, 20, 30]);
    course.server.change(3, { Active: true });
    course.server.change(1, { Active: false });
    await course.finished(course.commands.changeMany(course.store, targets, { Active: false }, 'Deactivate'));
    return course;
  };

  it('gives each one its own former state back, and can itself be taken back', async () => {
    const course = await deactivated();
    expect(course.said).toEqual(['2 sections deactivated, 1 already inactive']);
    await undo(course);
    expect(activeOf(course)).toEqual([false, true, true]);
    expect(course.said.at(-1)).toBe('Undone: 2 sections deactivated, 1 already inactive');
    expect(course.state()).toMatchObject({ activity: null, asked: [], isSaving: false });
    // The same key twice is no “Redo”.
    expect(undoLast(course.store, 'undo')).toBe(false);
    expect(undoLast(course.store, 'redo')).toBe(true);
    await vi.runAllTimersAsync();
    expect(activeOf(course)).toEqual([false, false, false]);
    expect(course.said.at(-1)).toBe('2 sections deactivated, 1 already inactive');
  });

  it('leaves and names what somebody else has changed since', async () => {
    const course = await deactivated();
    course.server.change(2, { Active: null });
    await undo(course);
    expect(activeOf(course)).toEqual([false, null, true]);
    expect(course.noteAt(2)?.text).toBe('Not put back: colleague@example.com has changed it since.');
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'completed' });
    expect(course.state().undoable).toBeNull();
  });

  it('keeps what somebody else has changed in another field', async () => {
    const course = await deactivated();
    course.server.change(2, { Title: 'Theirs' });
    await undo(course);
    expect(course.server.records.get(2)).toMatchObject({ Active: true, Title: 'Theirs' });
  });

  it('leaves its panel where it fails', async () => {
    const course = await deactivated();
    course.server.writeFaults.set(4, 'refused');
    await undo(course);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed' });
    expect(course.state().undoable).toBeNull();
  });

  it('is over with the next change', async () => {
    const course = await deactivated();
    const deleting = course.commands.remove(course.store, targets[0] ?? { id: 1, title: '' });
    expect(course.state().undoable).toBeNull();
    await course.finished(deleting);
    expect(undoLast(course.store)).toBe(false);
  });

  it('does nothing where all was so already', async () => {
    const course = await openCourse([10]);
    course.server.change(1, { Active: false });
    const [one] = targets;
    if (one) await course.finished(course.commands.setActive(course.store, one, false));
    expect(course.state()).toMatchObject({ undoable: null, status: { text: '“Section 1” is inactive' } });
  });
});

describe('“Undo” of a switch', () => {
  it('waits for the switch that is under way, once however often it is pressed', async () => {
    const course = await openCourse([10]);
    const switching = course.commands.setActive(course.store, course.target(1), true);
    expect(undoLast(course.store)).toBe(true);
    expect(undoLast(course.store)).toBe(false);
    await course.finished(switching);
    await vi.runAllTimersAsync();
    expect(activeOf(course)).toEqual([false]);
    expect(course.server.writes).toEqual([1, 1]);
    expect(course.said.at(-1)).toBe('Undone: “Section 1” is active');
  });
});

describe('“Undo” of a move', () => {
  it('that was not sent yet sends nothing', async () => {
    const course = await openCourse([10, 20, 30]);
    move(course, 3, [1, 3, 2]);
    move(course, 3, [3, 1, 2]);
    expect(course.said.at(-1)).toBe('Section 3 moved from position 3 to 1');
    await undo(course);
    expect(course.state()).toMatchObject({ optimisticOrder: null, asked: [], isSaving: false });
    expect(course.server.writes).toEqual([]);
    expect(course.said.at(-1)).toBe('Undone: Section 3 moved from position 3 to 1');
  });

  it('gives the old numbers back', async () => {
    const course = await openCourse([10, 20, 30]);
    move(course, 3, [3, 1, 2]);
    await vi.runAllTimersAsync();
    expect(course.server.orders()).toEqual([10, 20, 5]);
    await undo(course);
    expect(course.server.orders()).toEqual([10, 20, 30]);
    expect(course.state()).toMatchObject({ displayedOrder: [1, 2, 3], optimisticOrder: null });
    await undo(course);
    expect(course.list().map(({ Id }) => Id)).toEqual([3, 1, 2]);
  });

  it('leaves what a colleague has moved since', async () => {
    const course = await openCourse([10, 20, 30, 40]);
    move(course, 3, [3, 1, 2, 4]);
    await vi.runAllTimersAsync();
    course.server.change(3, { DisplayOrder: 35 });
    await undo(course);
    expect(course.server.orders()).toEqual([10, 20, 35, 40]);
    expect(course.noteAt(3)?.text).toMatch(/colleague@example\.com has changed it since/);
  });

  it('that a server has given numbers of its own restores the order', async () => {
    const course = await openCourse([1, 2, 3]);
    course.server.renumbers = true;
    move(course, 3, [3, 1, 2]);
    await vi.runAllTimersAsync();
    expect(course.list().map(({ Id }) => Id)).toEqual([3, 1, 2]);
    await undo(course);
    expect(course.list().map(({ Id }) => Id)).toEqual([1, 2, 3]);
  });

  it('says why nothing was sent, and can be tried again', async () => {
    const course = await openCourse([10, 20, 30]);
    move(course, 3, [3, 1, 2]);
    await vi.runAllTimersAsync();
    course.server.listFaults.add(course.server.lists + 1);
    await undo(course);
    expect(course.state().activity).toMatchObject({
      phase: 'message',
      title: 'Not undone: Section 3 moved from position 3 to 1',
    });
    await undo(course);
    expect(course.server.orders()).toEqual([10, 20, 30]);
  });
});

async function duplicated(): Promise<Course> {
  const course = await openCourse([10, 20, 30]);
  await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
  return course;
}

describe('“Undo” of a duplicate', () => {
  it('gives those their numbers back that gave way to it', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    await course.finished(course.commands.duplicate(course.store, [course.target(3)], 'Duplicate'));
    expect(course.server.orders()).toEqual([1, 2, 3, 5, 4]);
    await undo(course);
    expect(course.server.orders()).toEqual([1, 2, 3, 4]);
    expect(course.said.at(-1)).toBe('“Section 3  (copy)” was deleted again');
    expect(course.state()).toMatchObject({ activity: null, isSaving: false });
  });

  it('leaves the others as they are where it is left itself', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    await course.finished(course.commands.duplicate(course.store, [course.target(3)], 'Duplicate'));
    course.server.lessons.set(100, 1);
    await undo(course);
    expect(course.server.orders()).toEqual([1, 2, 3, 5, 4]);
  });

  it('deletes the copy that is as it was created', async () => {
    const course = await duplicated();
    await undo(course);
    expect(course.server.ids()).toEqual([1, 2, 3]);
    expect(course.said.at(-1)).toBe('“Section 1  (copy)” was deleted again');
    expect(undoLast(course.store)).toBe(false);
  });

  it.each([
    ['lessons', (course: Course) => course.server.lessons.set(100, 2), 'It has 2 lessons by now.'],
    [
      'a colleague’s number',
      (course: Course) => course.server.change(100, { DisplayOrder: 99 }),
      'colleague@example.com has changed it since.',
    ],
    [
      'another title',
      (course: Course) =>
        course.server.records.set(100, { ...course.server.records.get(100), Title: 'Mine' }),
      'It has been changed since.',
    ],
  ])('leaves one that has got %s', async (_, change, reason) => {
    const course = await duplicated();
    change(course);
    await undo(course);
    expect(course.server.ids()).toEqual([1, 2, 3, 100]);
    expect(course.noteAt(100)?.text).toBe(`Not deleted: ${reason}`);
    expect(course.state().activity).toMatchObject({ title: 'Not undone' });
  });
});
