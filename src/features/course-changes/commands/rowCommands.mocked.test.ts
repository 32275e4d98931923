import { describe, expect, it } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { courseId } from '#/features/course-changes/testing/jobTestBench';
import { stopJob } from '#/features/course-changes/courseStore';

describe('the switch of one section', () => {
  it('shows what was wished until the server holds it', async () => {
    const course = await openCourse([10, 20]);
    const { commands, store, target } = course;
    const switching = commands.setActive(store, target(1), true);
    expect(course.state().rows.get(1)).toEqual({ busy: 'Saving…', wished: true });
    await course.finished(switching);
    expect(course.server.records.get(1)).toMatchObject({ Active: true, DisplayOrder: 10 });
    expect(course.list()[0]).toMatchObject({ Id: 1, Active: true });
    expect(course.state().rows.has(1)).toBe(false);
    expect(course.said).toEqual(['“Section 1” is active']);
  });

  it('takes another wish meanwhile, and shows it until that is done, too', async () => {
    const course = await openCourse([10, 20]);
    const { commands, store, target } = course;
    const both = Promise.all([
      commands.setActive(store, target(1), true),
      commands.setActive(store, target(1), false),
    ]);
    const shown: unknown[] = [course.state().rows.get(1)?.wished];
    store.state.subscribe(() => shown.push(course.state().rows.get(1)?.wished));
    await course.finished(both);
    expect(course.server.writes).toEqual([1, 1]);
    expect(course.server.records.get(1)).toMatchObject({ Active: false });
    expect(course.state().rows.has(1)).toBe(false);
    expect(course.said).toEqual(['“Section 1” is active', '“Section 1” is inactive']);
    expect(shown).not.toContain(true);
  });

  it('keeps in sight why a change before it failed', async () => {
    const course = await openCourse([10]);
    const { commands, store, target } = course;
    course.server.writeFaults.set(1, 'refused');
    await course.finished(
      Promise.all([commands.setActive(store, target(1), true), commands.setActive(store, target(1), false)]),
    );
    expect(course.state().rows.get(1)).toEqual({
      note: { tone: 'danger', text: 'Display order: is taken' },
    });
  });

  it('writes nothing where it is so already', async () => {
    const course = await openCourse([10, 20]);
    await course.finished(course.commands.setActive(course.store, course.target(2), true));
    expect(course.server.writes).toEqual([]);
    expect(course.said).toEqual(['“Section 2” is active']);
  });

  it('is settled by reading when the answer is lost', async () => {
    const course = await openCourse([10]);
    course.server.writeFaults.set(1, 'lostAfter');
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.server.writes).toEqual([1]);
    expect(course.said).toEqual(['“Section 1” is active']);
  });

  it.each([
    ['lostBefore', /^Not changed\. Nexudus has a problem/],
    ['refused', /^Display order: is taken$/],
  ] as const)('says at the row why it failed: %s', async (fault, text) => {
    const course = await openCourse([10]);
    course.server.writeFaults.set(1, fault);
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.noteAt(1)).toEqual({ tone: 'danger', text: expect.stringMatching(text) as string });
    expect(course.said).toEqual([]);
  });

  it('says at the row that its fate is unknown when it cannot be read either', async () => {
    const course = await openCourse([10]);
    course.server.writeFaults.set(1, 'lostAfter');
    course.server.readFaults.add(2);
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.noteAt(1)?.text).toMatch(/could not confirm/);
  });

  it.each([
    ['a server that keeps another value', 'Active: the server kept “Off” instead of “On”.', false],
    [
      'a colleague who was as quick',
      'colleague@example.com has changed this just after you: Active is “Off”.',
      true,
    ],
  ])('names %s', async (_, text, isColleague) => {
    const course = await openCourse([10]);
    course.server.change(1, { Active: null });
    course.server.cleanUp = (record) => ({
      ...record,
      Active: false,
      ...(isColleague && { UpdatedBy: 'colleague@example.com' }),
    });
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.noteAt(1)?.text).toBe(text);
  });

  it('names a colleague who switched it back just after, and nobody where nobody has saved since', async () => {
    const course = await openCourse([10]);
    const { server, commands, store, target } = course;
    server.change(1, { Active: false });
    server.cleanUp = (record) => ({
      ...record,
      Active: false,
      UpdatedOn: '2025-02-01T09:00:00Z',
      UpdatedBy: 'colleague@example.com',
    });
    await course.finished(commands.setActive(store, target(1), true));
    expect(course.noteAt(1)?.text).toBe(
      'colleague@example.com has changed this just after you: Active is “Off”.',
    );
    server.writeFaults.set(2, 'ignored');
    await course.finished(commands.setActive(store, target(1), true));
    expect(course.noteAt(1)?.text).toBe('Active: the server kept “Off” instead of “On”.');
  });

  it('names nobody where the server does not say who wrote last', async () => {
    const course = await openCourse([10]);
    course.server.change(1, { Active: null });
    course.server.cleanUp = (record) => ({ ...record, Active: false, UpdatedBy: null });
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.noteAt(1)?.text).toBe('Active: “Off” instead of “On”. Who changed it is not known.');
  });

  it('is not written where the section is of another course by now', async () => {
    const course = await openCourse([10]);
    course.server.change(1, { CourseId: 8, CourseTitle: null });
    await course.finished(course.commands.setActive(course.store, course.target(1), true));
    expect(course.server.writes).toEqual([]);
    expect(course.noteAt(1)?.text).toBe('Not changed: it belongs to another course now.');
  });
});

describe('deleting one section', () => {
  it('takes it from the server, the list and the order', async () => {
    const course = await openCourse([10, 20, 30]);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.server.ids()).toEqual([1, 3]);
    expect(course.list().map(({ Id }) => Id)).toEqual([1, 3]);
    expect(course.state()).toMatchObject({ displayedOrder: [1, 3], rows: new Map() });
    expect(course.said).toEqual(['“Section 2” was deleted']);
  });

  it('takes it from the list also when that cannot be read again', async () => {
    const course = await openCourse([10, 20]);
    course.server.listFaults.add(1);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.list().map(({ Id }) => Id)).toEqual([1]);
  });

  it.each(['lostAfter', 'lostBefore'] as const)('is settled by reading: %s', async (fault) => {
    const course = await openCourse([10, 20]);
    course.server.writeFaults.set(1, fault);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.server.writes).toEqual([2]);
    if (fault === 'lostAfter') expect(course.said).toEqual(['“Section 2” was deleted']);
    else
      expect(course.noteAt(2)).toEqual({
        tone: 'danger',
        text: expect.stringMatching(/^Nexudus has/) as string,
      });
    expect(course.list()).toHaveLength(fault === 'lostAfter' ? 1 : 2);
  });

  it('is not sent where the section is of another course by now', async () => {
    const course = await openCourse([10, 20]);
    course.server.change(2, { CourseId: 8, CourseTitle: 'Elsewhere' });
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.server.ids()).toEqual([1, 2]);
    expect(course.noteAt(2)).toEqual({
      tone: 'danger',
      text: 'Not deleted: it belongs to “Elsewhere” now.',
    });
    expect(course.said).toEqual([]);
  });

  it('is not sent where it could not be read', async () => {
    const course = await openCourse([10, 20]);
    course.server.readFaults.add(1);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.server.writes).toEqual([]);
    expect(course.noteAt(2)?.text).toMatch(/^Can’t reach Nexudus/);
  });

  it('goes by the list for whoever may not read a section', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.readError = { kind: 'forbidden', outcome: 'refused', role: 'CourseSection-Read' };
    course.server.readFaults.add(1).add(2);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.server.ids()).toEqual([1, 3]);
    course.server.records.delete(3);
    await course.finished(course.commands.remove(course.store, course.target(3)));
    expect(course.server.writes).toEqual([2]);
    expect(course.noteAt(3)?.text).toContain('CourseSection-Read');
  });

  it('has an end where somebody else was first', async () => {
    const course = await openCourse([10, 20]);
    course.server.records.delete(2);
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.list().map(({ Id }) => Id)).toEqual([1]);
    expect(course.said).toEqual(['“Section 2” was deleted']);
  });

  it('that is refused leaves it where it is, and names the role', async () => {
    const course = await openCourse([10, 20]);
    course.server.writeFaults.set(1, 'forbidden');
    await course.finished(course.commands.remove(course.store, course.target(2)));
    expect(course.list()).toHaveLength(2);
    expect(course.noteAt(2)?.text).toContain('CourseSection-Edit');
  });
});

describe('a change of several sections', () => {
  const targets = [1, 2, 3].map((id) => ({ id, title: `Section ${id}` }));

  it('has an outcome for each, and one that is refused keeps no other from its turn', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(1, 'refused');
    await course.finished(course.commands.changeMany(course.store, targets, { Active: true }, 'Activate'));
    expect([...course.server.records.values()].map(({ Active }) => Active)).toEqual([false, true, true]);
    expect(targets.map(({ id }) => course.noteAt(id)?.text)).toEqual([
      'Display order: is taken',
      'Already active',
      'Changed',
    ]);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed' });
    expect(course.said).toEqual([]);
  });

  it('says how far it is, that it is done, and leaves nothing behind', async () => {
    const course = await openCourse([10, 20, 30]);
    const progress: string[] = [];
    course.store.state.subscribe(() => {
      const { activity } = course.state();
      if (activity?.phase === 'running')
        progress.push(`${activity.progress.done}/${activity.progress.total}`);
    });
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 2 }, 'Unlock'));
    expect([...new Set(progress)]).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect(course.said).toEqual(['Unlock rule of 2 sections changed, 1 already so']);
    expect(course.state()).toMatchObject({ activity: null, isSaving: false });
    expect(course.store.jobs.load(courseId)).toBeNull();
  });

  it('stops before its next write', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.beforeRead = (reading) => {
      if (reading === 2) stopJob(course.store);
    };
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 2 }, 'Unlock'));
    expect(course.server.writes).toEqual([1]);
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'stopped' });
  });

  it('ends at a refusal that concerns all of them', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(1, 'forbidden');
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 2 }, 'Unlock'));
    expect(course.server.writes).toEqual([1]);
  });

  it('waits for the one that was not finished', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(1, 'throttled');
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 2 }, 'Unlock'));
    await course.finished(course.commands.changeMany(course.store, targets, { Active: true }, 'Activate'));
    await course.finished(course.commands.removeMany(course.store, targets, 'Delete'));
    expect(course.server.writes).toEqual([1]);
    expect(course.state().activity).toMatchObject({ job: { describe: 'Unlock' } });
  });
});

describe('deleting several sections', () => {
  const targets = [1, 3].map((id) => ({ id, title: `Section ${id}` }));

  it('leaves no row to say anything at', async () => {
    const course = await openCourse([10, 20, 30]);
    await course.finished(course.commands.removeMany(course.store, targets, 'Delete 2 sections'));
    expect(course.server.ids()).toEqual([2]);
    expect(course.list().map(({ Id }) => Id)).toEqual([2]);
    expect(course.state()).toMatchObject({ rows: new Map(), activity: null });
    expect(course.said).toEqual(['2 sections deleted']);
  });

  it('leaves one alone that is of another course by now', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.change(1, { CourseId: 8, CourseTitle: null });
    await course.finished(course.commands.removeMany(course.store, targets, 'Delete'));
    expect(course.server.ids()).toEqual([1, 2]);
    expect(course.noteAt(1)?.text).toBe('Not deleted: it belongs to another course now.');
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed' });
  });

  it('goes on where one is refused, and that one can be tried again', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(1, 'refused');
    await course.finished(course.commands.removeMany(course.store, targets, 'Delete'));
    expect(course.server.ids()).toEqual([1, 2]);
    const { activity } = course.state();
    if (activity?.phase !== 'ended') throw new Error('Nothing to finish.');
    await course.finished(course.commands.finish(course.store, activity.job));
    expect(course.server.ids()).toEqual([2]);
    expect(course.server.writes).toEqual([1, 3, 1]);
    expect(course.state().activity).toBeNull();
  });
});
