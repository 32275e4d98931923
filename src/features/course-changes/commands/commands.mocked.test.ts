import { describe, expect, it } from 'vitest';
import { dismissAll } from '#/features/course-changes/asked';
import { halfWritten, openCourse, refuseStorage } from '#/features/course-changes/testing/commandTestBench';
import { courseId, reorderJob, sequenceOf } from '#/features/course-changes/testing/jobTestBench';

describe('“Finish”', () => {
  it('writes the rest', async () => {
    const { job, ...course } = await halfWritten();
    await course.finished(course.commands.finish(course.store, job));
    expect(sequenceOf(course.server)).toEqual([4, 3, 1, 2]);
    expect(course.server.writes).toEqual([4, 3, 3]);
    expect(course.said).toEqual(['Move: finished']);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [4, 3, 1, 2], isSaving: false });
    expect(course.store.jobs.load(courseId)).toBeNull();
  });

  it('writes nothing over another set of sections, and leaves “Put it back”', async () => {
    const { job, ...course } = await halfWritten();
    course.server.records.delete(2);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.refusal()).toContain('added or deleted meanwhile');
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'failed', job });
    expect(course.store.jobs.load(courseId)).toEqual(job);
  });

  it('keeps the job when the course cannot be read', async () => {
    const { job, ...course } = await halfWritten();
    course.server.listFaults.add(course.server.lists + 1);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.refusal()).toMatch(/^Can’t reach Nexudus/);
    expect(course.store.jobs.load(courseId)).toEqual(job);
  });

  it('does nothing where another tab has dealt with it', async () => {
    const { job, ...course } = await halfWritten();
    course.store.jobs.remove(courseId);
    await course.finished(course.commands.finish(course.store, job));
    expect(course.server.writes).toHaveLength(2);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [4, 1, 2, 3] });
  });
});

describe('“Put it back”', () => {
  it('undoes what was written', async () => {
    const { job, ...course } = await halfWritten();
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.orders()).toEqual([10, 20, 30, 40]);
    expect(course.said).toEqual(['Move: put back']);
    expect(course.state().activity).toBeNull();
  });

  it('says at each row of a bulk change that it is as before', async () => {
    const course = await openCourse([10, 20, 30]);
    course.server.writeFaults.set(2, 'throttled');
    const targets = [1, 2].map(course.target);
    await course.finished(course.commands.changeMany(course.store, targets, { UnlockType: 3 }, 'Unlock'));
    const job = course.store.jobs.load(courseId);
    if (!job) throw new Error('Nothing was left.');
    expect(course.server.records.get(1)).toMatchObject({ UnlockType: 3 });
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.records.get(1)).toMatchObject({ UnlockType: 1 });
    expect(course.noteAt(1)).toEqual({ tone: 'done', text: 'Put back' });
  });

  it('gives each section its own days back where each got its own', async () => {
    const course = await openCourse([10, 20, 30]);
    for (const [id, days] of [7, 12, 17].entries())
      course.server.change(id + 1, { UnlockType: 3, UnlockAfterDays: days });
    course.server.writeFaults.set(3, 'throttled');
    const targets = [14, 19, 24].map((UnlockAfterDays, index) => ({
      ...course.target(index + 1),
      set: { UnlockAfterDays },
    }));
    const days = () => [1, 2, 3].map((id) => course.server.records.get(id)?.UnlockAfterDays);
    await course.finished(course.commands.changeMany(course.store, targets, {}, 'Unlock'));
    expect(days()).toEqual([14, 19, 17]);
    const job = course.store.jobs.load(courseId);
    if (!job) throw new Error('Nothing was left.');
    await course.finished(course.commands.putBack(course.store, job));
    expect(days()).toEqual([7, 12, 17]);
  });

  it('leaves alone what a colleague has written since, and says who', async () => {
    const { job, ...course } = await halfWritten();
    course.server.change(4, { DisplayOrder: 25 });
    await course.finished(course.commands.putBack(course.store, job));
    expect(course.server.orders()).toEqual([10, 20, 30, 25]);
    expect(course.noteAt(4)).toEqual({
      tone: 'danger',
      text: 'Not put back: colleague@example.com has changed it since.',
    });
    expect(course.state().activity).toMatchObject({ phase: 'ended', end: 'completed' });
  });
});

describe('a job that another tab has changed while this one shows it', () => {
  it('is carried on from where that tab has left it', async () => {
    const course = await openCourse([10, 20, 30]);
    const { commands, store, server, target } = course;
    server.writeFaults.set(2, 'throttled');
    await course.finished(commands.duplicate(store, [1, 2].map(target), 'Duplicate 2 sections'));
    const shown = store.jobs.load(courseId);
    if (!shown) throw new Error('Nothing was left.');
    server.writeFaults.clear();
    const before = server.records.size;
    // What this tab shows from before the first copy was made.
    const old = { ...shown, steps: shown.steps.map((step) => ({ ...step, outcome: null })) };
    await course.finished(commands.finish(store, old));
    expect(server.records.size).toBe(before + 1);
  });

  it.each(['finish', 'putBack'] as const)(
    'is no other one that this tab has on its screen: %s',
    async (what) => {
      const { job, ...course } = await halfWritten();
      const other = { ...job, startedAt: job.startedAt + 1, describe: 'Move of another tab' };
      course.store.jobs.save(other);
      await course.finished(course.commands[what](course.store, job));
      expect(course.server.writes).toHaveLength(2);
      expect(course.state().activity).toEqual({ phase: 'ended', end: 'stopped', job: other });
      expect(course.store.jobs.load(courseId)).toEqual(other);
    },
  );

  it('stays when the one on the screen is dismissed', async () => {
    const { job, ...course } = await halfWritten();
    const other = { ...job, startedAt: job.startedAt + 1 };
    course.store.jobs.save(other);
    dismissAll(course.store);
    expect(course.state().activity).toBeNull();
    expect(course.store.jobs.load(courseId)).toEqual(other);
  });

  it('is not put back once more where that tab has done it', async () => {
    const { job, ...course } = await halfWritten();
    const shown = { ...job, steps: job.steps.filter(({ outcome }) => outcome?.status === 'written') };
    course.store.jobs.remove(courseId);
    await course.finished(course.commands.putBack(course.store, shown));
    expect(course.server.writes).toHaveLength(2);
    expect(course.state().activity).toBeNull();
  });
});

describe('“Tidy up”', () => {
  it('gives each section a number of its own in the order that stands', async () => {
    const course = await openCourse([5, 5, 5, null]);
    await course.finished(course.commands.renumber(course.store, 4));
    const orders = course.server.orders().map(Number);
    expect(sequenceOf(course.server)).toEqual([1, 2, 3, 4]);
    expect(new Set(orders).size).toBe(4);
    expect(course.said.at(-1)).toMatch(/^Tidied up: \d sections renumbered$/);
  });
});

describe('a job that a reload has cut off', () => {
  it('is offered again', async () => {
    const course = await openCourse([10, 20, 30]);
    const job = reorderJob(course.server, [3, 2, 1]);
    course.store.jobs.save(job);
    await course.finished(course.commands.recover(course.store));
    expect(course.state().activity).toEqual({ phase: 'ended', end: 'stopped', job });
    expect(course.server.writes).toEqual([]);
  });

  it('is offered still where the browser keeps nothing and the person has only left the list', async () => {
    const course = await openCourse([10, 20, 30]);
    refuseStorage();
    course.server.writeFaults.set(1, 'refused');
    await course.finished(course.commands.sendOrder(course.store, course.list(), [3, 1, 2], 'Move'));
    await course.finished(course.commands.recover(course.store));
    expect(course.state().activity).toMatchObject({ phase: 'ended', job: { describe: 'Move' } });
  });

  it('is no reason to wait for what another tab has asked for and carries out itself', async () => {
    const course = await openCourse([10, 20, 30]);
    const endOther = course.otherTab();
    localStorage.setItem(`section-asked/${encodeURIComponent(course.store.account)}/${courseId}/other`, '{}');
    await course.finished(course.commands.recover(course.store));
    expect(course.state().activity).toBeNull();
    endOther();
  });

  it('is waited for while another tab carries it out', async () => {
    const course = await openCourse([10, 20, 30]);
    const job = reorderJob(course.server, [3, 2, 1]);
    course.store.jobs.save(job);
    const endOther = course.otherTab();
    const recovering = course.commands.recover(course.store);
    await expect.poll(() => course.state().activity?.phase).toBe('waiting');
    course.server.change(3, { DisplayOrder: 1 });
    course.store.jobs.remove(courseId);
    endOther();
    await course.finished(recovering);
    expect(course.state()).toMatchObject({ activity: null, displayedOrder: [3, 1, 2] });
  });
});
