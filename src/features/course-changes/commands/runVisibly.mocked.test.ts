import { describe, expect, it } from 'vitest';
import { ask, whileRunning } from '#/features/course-changes/asked';
import { announce } from '#/features/course-changes/courseStore';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import { reorderJob } from '#/features/course-changes/testing/jobTestBench';
import { runVisibly } from './runVisibly';

/** Carries out a new order, and notes what was on the screen meanwhile. */
async function reordered(wanted: readonly number[], fault?: 'refused') {
  const course = await openCourse([10, 20, 30]);
  if (fault) course.server.writeFaults.set(1, fault);
  const phases = new Set<string | undefined>();
  const saving = new Set<boolean>();
  course.store.state.subscribe(() => {
    phases.add(course.state().activity?.phase);
    saving.add(course.state().isSaving);
  });
  course.server.beforeRead = (reading) => {
    if (fault && reading === 1)
      ask(course.store, 'Move', { kind: 'move', intent: { ids: [1], after: 2 }, writes: 1 });
  };
  announce(course.store, 'Section 3 moved');
  const running = whileRunning(course.store, 'Reorder', async () => {
    await runVisibly(course.store, reorderJob(course.server, wanted));
  });
  await course.finished(running);
  return { ...course, phases, saving };
}

describe('a job in sight of the person', () => {
  it('shows how far it is when it has several writes', async () => {
    const { phases, saving, state } = await reordered([3, 2, 1]);
    expect(phases).toContain('running');
    expect(saving).toContain(true);
    expect(state().isSaving).toBe(false);
  });

  it('of one write is not worth a panel', async () => {
    const { phases, saving } = await reordered([3, 1, 2]);
    expect(phases).not.toContain('running');
    expect(saving).toContain(true);
  });

  it('keeps the numbers that it wrote, so that they are not taken for a colleague’s', async () => {
    const { store, server } = await reordered([3, 1, 2]);
    expect(store.ownOrderWrites).toEqual(new Map([[3, server.records.get(3)?.DisplayOrder]]));
  });

  it('that fails says so in its panel alone: what was announced before is over', async () => {
    const { state } = await reordered([3, 1, 2], 'refused');
    expect(state().status.text).toBe('');
  });
});
