import { describe, expect, it } from 'vitest';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseId, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

describe('a copy of one section', () => {
  it('is all of it but title, place and image, and stands right after it', async () => {
    const course = await openCourse([10, 20, 30]);
    const { commands, store, target } = course;
    course.server.change(1, { ImageFileName: 'one.png', UnlockAfterDays: 'soon' });
    const copying = commands.duplicate(store, [target(1)], 'Duplicate');
    expect(course.state().rows.get(1)).toEqual({ busy: 'Duplicating…' });
    await course.finished(copying);
    expect(sequenceOf(course.server)).toEqual([1, 100, 2, 3]);
    const original = course.server.records.get(1);
    expect(course.server.records.get(100)).toStrictEqual({
      CourseId: 7,
      Title: 'Section 1  (copy)',
      SectionContents: original?.SectionContents,
      Active: false,
      DisplayOrder: expect.any(Number) as number,
      UnlockType: 1,
      UnlockAfterDays: 'soon',
      Id: 100,
      UpdatedBy: course.server.account,
    });
    expect(course.noteAt(1)).toEqual({ tone: 'done', text: 'Duplicated' });
    expect(course.said).toEqual(['“Section 1 (copy)” was created. The copy has no thumbnail.']);
  });

  it.each([
    ['inactive where that is asked for', true, false],
    ['as active as its original where it is not', undefined, true],
  ])('is %s', async (_, isInactive, isActive) => {
    const course = await openCourse([10, 20]);
    const { commands, server, store } = course;
    server.change(1, { Active: true });
    await course.finished(commands.duplicate(store, [course.target(1)], 'Duplicate', isInactive));
    expect(server.records.get(100)).toMatchObject({ Active: isActive });
    expect(server.records.get(1)).toMatchObject({ Active: true });
  });

  it('stays inactive when its answer is lost and the rest is finished later', async () => {
    const course = await openCourse([10, 20, 30]);
    const { commands, server, store } = course;
    for (const id of [1, 2]) server.change(id, { Active: true });
    server.writeFaults.set(1, 'lostBefore');
    const targets = [1, 2].map(course.target);
    await course.finished(commands.duplicate(store, targets, 'Duplicate 2 sections', true));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    await course.finished(commands.finish(store, activity.job));
    const copies = [...server.records.values()].filter(({ Title }) => String(Title).includes('(copy)'));
    expect(copies.map(({ Active }) => Active)).toEqual([false, false]);
  });

  it('shares its number with nobody, not even where no number is free', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    await course.finished(course.commands.duplicate(course.store, [course.target(3)], 'Duplicate'));
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 100, 4]);
    expect(new Set(course.server.orders()).size).toBe(5);
    expect(course.server.writes).toEqual([100, 4]);
  });

  it('that still shares its number, because a write was refused, is not finished', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    course.server.writeFaults.set(2, 'refused');
    await course.finished(course.commands.duplicate(course.store, [course.target(3)], 'Duplicate'));
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4, 100]);
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    await course.finished(course.commands.finish(course.store, activity.job));
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 100, 4]);
    expect(new Set(course.server.orders()).size).toBe(5);
  });

  it('is no news: the page has made it itself', async () => {
    const course = await openCourse([10, 20]);
    await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
    expect(course.store.knownVersions.has(100)).toBe(true);
  });

  it('that is refused is told at the row and leaves nothing to finish', async () => {
    const course = await openCourse([10, 20]);
    course.server.writeFaults.set(1, 'refused');
    await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
    expect(course.noteAt(1)).toEqual({ tone: 'danger', text: 'Display order: is taken' });
    expect(course.state().activity).toBeNull();
    expect(course.store.jobs.load(courseId)).toBeNull();
  });

  it('that the network made twice is shown with its twin, both after the original', async () => {
    const course = await openCourse([10, 20]);
    course.server.copies = 2;
    await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
    expect(course.state().twins).toEqual([[101, 100]]);
    expect(
      sequenceOf(course.server)
        .slice(0, 3)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 100, 101]);
    expect(new Set(course.server.orders()).size).toBe(4);
  });

  it('whose answer is lost is found by looking, and not sent again', async () => {
    const course = await openCourse([10, 20]);
    course.server.writeFaults.set(1, 'lostAfter');
    await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
    expect(sequenceOf(course.server)).toEqual([1, 100, 2]);
    expect(course.server.writes).toEqual([100]);
  });

  it.each([
    ['is found when it had arrived', true, [100]],
    ['is made when it had not', false, [100, 101]],
  ])('that a closed page left open %s', async (_, hasArrived, writes) => {
    const course = await openCourse([10, 20]);
    const { commands, store, server } = course;
    // An older copy of the same name is not the one that is looked for.
    server.change(2, { Title: 'Section 1  (copy)' });
    // What the browser holds at the moment of the write is what the next page finds.
    const kept: (Job | null)[] = [];
    server.cleanUp = (record) => {
      kept.push(store.jobs.load(courseId));
      return record;
    };
    await course.finished(commands.duplicate(store, [course.target(1)], 'Duplicate'));
    const [left] = kept;
    if (!left) throw new Error('No job was kept.');
    if (!hasArrived) server.records.delete(100);
    store.jobs.save(left);
    await course.finished(commands.finish(store, left));
    expect(server.records.size).toBe(3);
    expect(server.writes).toEqual(writes);
    expect(course.state().activity).toBeNull();
  });
});

describe('copies of several sections', () => {
  it('stand each after its own original, and are counted', async () => {
    const course = await openCourse([10, 11, 12]);
    const targets = [1, 3].map(course.target);
    await course.finished(course.commands.duplicate(course.store, targets, 'Duplicate 2 sections'));
    expect(sequenceOf(course.server)).toEqual([1, 100, 2, 3, 101]);
    expect(new Set(course.server.orders()).size).toBe(5);
    expect(course.said.at(-1)).toBe('2 copies were created. Copies have no thumbnail.');
  });

  it('are put in their places when the service numbers them otherwise than expected', async () => {
    const course = await openCourse([10, 20, 21]);
    course.server.records.delete(1);
    course.server.nextId = 1;
    await course.finished(course.commands.duplicate(course.store, [course.target(2)], 'Duplicate'));
    expect(sequenceOf(course.server)).toEqual([2, 1, 3]);
    expect(course.server.writes.length).toBeGreaterThan(1);
  });

  it('are put in their places although another one could not be made, which is left to be finished', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    const { store, server, commands } = course;
    server.records.delete(3);
    const targets = [1, 3].map(course.target);
    await course.finished(commands.duplicate(store, targets, 'Duplicate 2 sections'));
    expect(sequenceOf(server)).toEqual([1, 100, 2, 4]);
    expect(new Set(server.orders()).size).toBe(4);
    const left = { describe: 'Duplicate 2 sections', task: 'duplicate' };
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed', job: left });
    expect(store.jobs.load(courseId)).toMatchObject(left);
    expect(course.noteAt(1)).toEqual({ tone: 'done', text: 'Duplicated' });
  });

  it('leave their places to be finished when those can’t be written either', async () => {
    const course = await openCourse([1, 2, 3, 4]);
    const { store, server, commands } = course;
    server.records.delete(3);
    server.writeFaults.set(2, 'refused');
    await course.finished(commands.duplicate(store, [1, 3].map(course.target), 'Duplicate 2 sections'));
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
    expect(store.jobs.load(courseId)).toMatchObject({ describe: 'Put the copies in their places' });
    await course.finished(commands.finish(store, activity.job));
    expect(sequenceOf(server)).toEqual([1, 100, 2, 4]);
    expect(store.jobs.load(courseId)).toBeNull();
  });

  it('are not made while another change waits to be finished', async () => {
    const course = await openCourse([10, 20]);
    course.server.writeFaults.set(1, 'throttled');
    const targets = [1, 2].map(course.target);
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 2 }, 'Unlock'));
    await course.finished(course.commands.duplicate(course.store, targets, 'Duplicate'));
    expect(course.server.records.size).toBe(2);
    expect(course.state().rows.get(2)).toBeUndefined();
  });
});

describe('a copy whose place cannot be told', () => {
  it.each([
    ['the copy', 100, true],
    ['its original', 1, false],
  ])(
    'because a colleague has deleted %s at once: nothing false is said of the order',
    async (_, gone, isMissing) => {
      const course = await openCourse([10, 11, 12]);
      const { server } = course;
      server.beforeList = () => {
        if (server.records.has(100)) server.records.delete(gone);
      };
      await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
      expect(server.writes).toEqual([100]);
      expect(course.state()).toMatchObject({ activity: null, isSaving: false });
      const said = course.said.join(' ');
      expect(said.includes('Nexudus does not list all that was created')).toBe(isMissing);
    },
  );
});

describe('a copy that has not begun', () => {
  it('is not made where the list cannot be read: an older copy could be taken for it', async () => {
    const course = await openCourse([10, 20]);
    course.server.change(2, { Title: 'Section 1  (copy)' });
    course.server.listFaults.add(1);
    course.server.writeFaults.set(1, 'lostBefore');
    await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
    expect(course.server.writes).toEqual([]);
    expect(course.store.jobs.load(courseId)).toBeNull();
    expect(course.state()).toMatchObject({
      rows: new Map(),
      activity: { phase: 'message', title: 'No copy was made' },
    });
    expect(course.state().activity).toHaveProperty(
      'text',
      expect.stringMatching(/^Nothing was sent\. Can’t reach Nexudus/),
    );
  });

  it('when the account signs out stays asked for, and no job is left beside that', async () => {
    const course = await openCourse([10, 20]);
    const { store, server } = course;
    server.beforeList = () => {
      store.isClosed = true;
    };
    await course.finished(course.commands.duplicate(store, [course.target(1)], 'Duplicate'));
    expect(server.writes).toEqual([]);
    expect(store.jobs.load(courseId)).toBeNull();
    expect(course.state().asked).toMatchObject([{ status: 'begun' }]);
  });
});

describe('a copy of a long title', () => {
  const long = 'a'.repeat(252);

  it('is shortened before the server can refuse it', async () => {
    const course = await openCourse([10, 20]);
    course.server.change(1, { Title: long });
    await course.finished(course.commands.duplicate(course.store, [{ id: 1, title: long }], 'Duplicate'));
    const title = `${'a'.repeat(248)} (copy)`;
    expect(course.server.records.get(100)).toMatchObject({ Title: title });
    expect(course.said).toEqual([
      `“${title}” was created. The copy has no thumbnail. Its title was shortened to fit.`,
    ]);
  });

  it('is made no longer than its original by a service that takes less than is known', async () => {
    const course = await openCourse([10, 20]);
    const title = 'b'.repeat(80);
    course.server.change(1, { Title: title });
    course.server.writeFaults.set(1, 'tooLong');
    await course.finished(course.commands.duplicate(course.store, [{ id: 1, title }], 'Duplicate'));
    expect(course.server.writes).toHaveLength(2);
    expect(course.server.records.get(101)).toMatchObject({ Title: `${'b'.repeat(73)} (copy)` });
  });
});

it('a section of another course by now is not duplicated there', async () => {
  const course = await openCourse([10, 20]);
  course.server.change(1, { CourseId: 8, CourseTitle: 'Elsewhere' });
  await course.finished(course.commands.duplicate(course.store, [course.target(1)], 'Duplicate'));
  expect(course.server.writes).toEqual([]);
  expect(course.noteAt(1)?.text).toBe('Not duplicated: it belongs to “Elsewhere” now.');
});
