import { describe, expect, it } from 'vitest';
import { openCourse } from '#/features/course-changes/testing/commandTestBench';
import {
  giveUpRename,
  setRename,
  startRename,
  typeTitle,
  withoutSaved,
} from '#/features/course-changes/renames';
import { unfinished } from '#/features/course-changes/unfinished';

/** A course of two, the first of which is renamed from what the list shows. */
async function openRename() {
  const course = await openCourse([10, 20]);
  const { store, commands, state, target } = course;
  const box = () => state().renames.get(1);
  startRename(store, 1);
  return {
    ...course,
    box,
    /** Enter, by what stands in the box. */
    enter: (title: string) => {
      const over = box()?.over ?? null;
      typeTitle(store, 1, title, true);
      return course.finished(commands.rename(store, target(1), over, title));
    },
  };
}

describe('the title of one section', () => {
  it('is stored, told, shown in the list, and taken back by “Undo” and again by “Redo”', async () => {
    const { server, store, list, said, box, enter, commands, ...course } = await openRename();
    const before = server.records.get(1)?.Title;
    await enter('Begin here');
    expect(server.records.get(1)).toMatchObject({ Title: 'Begin here', DisplayOrder: 10 });
    expect(list()[0]).toMatchObject({ Title: 'Begin here' });
    expect(box()).toBeUndefined();
    await course.finished(commands.undo(store));
    expect(server.records.get(1)?.Title).toBe(before);
    await course.finished(commands.undo(store));
    expect(server.records.get(1)?.Title).toBe('Begin here');
    expect(said).toEqual([
      '“Section 1” renamed to “Begin here”',
      'Undone: “Section 1” renamed to “Begin here”',
      '“Section 1” renamed to “Begin here”',
    ]);
  });

  it('is written over a colleague’s only by a second Enter, once theirs was shown', async () => {
    const { server, box, enter, said } = await openRename();
    server.change(1, { Title: 'Theirs' });
    await enter('Mine');
    expect(server.writes).toEqual([]);
    expect(said).toEqual([]);
    expect(box()).toMatchObject({
      over: 'Theirs',
      text: 'Mine',
      problem:
        'colleague@example.com has changed this section meanwhile: its title is “Theirs” now. Press Enter to use yours.',
    });
    await enter('Mine');
    expect(server.records.get(1)?.Title).toBe('Mine');
    expect(box()).toBeUndefined();
  });

  it('keeps what a colleague has changed beside it', async () => {
    const { server, enter } = await openRename();
    server.change(1, { UnlockAfterDays: 9, SectionContents: '<p>Theirs</p>' });
    await enter('Mine');
    expect(server.records.get(1)).toMatchObject({
      Title: 'Mine',
      UnlockAfterDays: 9,
      SectionContents: '<p>Theirs</p>',
    });
  });

  it.each([
    ['lostBefore', /^Not changed\. Nexudus has a problem/],
    ['refused', /^Display order: is taken$/],
    ['ignored', /^Title: the server kept “Section 1 ” instead of “Mine”\.$/],
  ] as const)('stays in the box with the reason where it was not stored: %s', async (fault, problem) => {
    const { server, state, box, enter } = await openRename();
    server.writeFaults.set(1, fault);
    await enter('Mine');
    expect(box()).toMatchObject({ over: 'Section 1 ', text: 'Mine' });
    expect(box()?.isSaving).toBeUndefined();
    expect(box()?.problem).toMatch(problem);
    expect(state().rows.has(1)).toBe(false);
    expect(state().activity).toBe(null);
    await enter('Mine');
    expect(server.records.get(1)?.Title).toBe('Mine');
    expect(box()).toBeUndefined();
  });

  it('that the server has changed is quoted at the row, and the box closes', async () => {
    const { server, noteAt, box, enter } = await openRename();
    server.cleanUp = (record) => ({ ...record, Title: 'MINE', UpdatedBy: server.account });
    await enter('Mine');
    expect(noteAt(1)?.text).toBe('The server changed: Title. It is “MINE” instead of “Mine”.');
    expect(box()).toBeUndefined();
  });

  it('is settled by reading when the answer is lost', async () => {
    const { server, box, enter } = await openRename();
    server.writeFaults.set(1, 'lostAfter');
    await enter('Mine');
    expect(server.writes).toEqual([1]);
    expect(box()).toBeUndefined();
  });

  it('that was typed comes back with a request that an earlier page has left', async () => {
    const { server, store, commands, target, box, ...course } = await openRename();
    setRename(store, 1, null);
    server.writeFaults.set(1, 'refused');
    await course.finished(commands.rename(store, target(1), 'Section 1 ', 'Mine'));
    expect(box()).toMatchObject({ text: 'Mine', problem: 'Display order: is taken' });
  });

  it.each([null, 'refused'] as const)('leaves alone what is typed there meanwhile: %s', async (fault) => {
    const { server, store, commands, target, box, ...course } = await openRename();
    setRename(store, 1, { over: 'Section 1 ', text: 'Newer', turn: 0 });
    if (fault) server.writeFaults.set(1, fault);
    await course.finished(commands.rename(store, target(1), 'Section 1 ', 'Mine'));
    expect(box()).toMatchObject({ text: 'Newer', ...(fault && { problem: 'Display order: is taken' }) });
  });
});

describe('a title that is changed again while it is saved', () => {
  it('is stored twice, one after the other, and the row never shows the one before', async () => {
    const { server, store, state, box, enter, said } = await openRename();
    const shown = new Set<string | undefined>();
    store.state.subscribe(() => shown.add(state().renames.get(1)?.text));
    const first = enter('Once');
    startRename(store, 1);
    const second = enter('Twice');
    await Promise.all([first, second]);
    expect(server.writes).toEqual([1, 1]);
    expect(server.records.get(1)?.Title).toBe('Twice');
    expect(said).toEqual(['“Section 1” renamed to “Once”', '“Section 1” renamed to “Twice”']);
    expect(box()).toBeUndefined();
    expect([...shown]).toEqual(['Once', 'Twice', undefined]);
  });

  it('keeps what is typed, with the reason, when the first was not stored', async () => {
    const { server, store, box, enter } = await openRename();
    server.writeFaults.set(1, 'refused');
    const first = enter('Once');
    startRename(store, 1);
    typeTitle(store, 1, 'Twice');
    await first;
    expect(box()).toMatchObject({ over: 'Section 1 ', text: 'Twice', problem: 'Display order: is taken' });
    expect(box()?.saving).toBeUndefined();
  });

  it('is not written over the title before when the first was not stored', async () => {
    const { server, store, box, enter } = await openRename();
    server.writeFaults.set(1, 'refused');
    const first = enter('Once');
    startRename(store, 1);
    const second = enter('Twice');
    await Promise.all([first, second]);
    expect(server.records.get(1)?.Title).toBe('Section 1 ');
    expect(box()).toMatchObject({ over: 'Section 1 ', text: 'Twice' });
    expect(box()?.problem).toMatch(/its title is “Section 1 ” now\. Press Enter to use yours\./);
  });
});

describe('the box of a title', () => {
  it('opens once, with what was typed there before', async () => {
    const { store, box } = await openRename();
    expect(box()).toEqual({ over: 'Section 1 ', text: 'Section 1 ', turn: 0 });
    setRename(store, 1, { over: 'Section 1', text: 'Half', turn: 0, problem: 'Refused' });
    startRename(store, 1);
    expect(box()).toEqual({ over: 'Section 1', text: 'Half', turn: 1, problem: 'Refused' });
  });

  it('opens over the title that is still being saved, and gives way to it again', async () => {
    const { store, box, state } = await openRename();
    const saving = { over: 'Section 1', text: 'Mine', turn: 0, isSaving: true };
    setRename(store, 1, saving);
    startRename(store, 1);
    expect(box()).toEqual({ over: 'Mine', text: 'Mine', turn: 1, saving });
    typeTitle(store, 1, 'Mine and yours');
    giveUpRename(store, 1);
    expect(box()).toEqual(saving);
    startRename(store, 7);
    expect(state().renames.has(7)).toBe(false);
  });

  it('leaves what is typed, or waits, when the title before is saved', () => {
    const first = { over: 'A', text: 'B', turn: 0, isSaving: true };
    const second = { over: 'B', text: 'C', turn: 1, isSaving: true, saving: first };
    const third = { over: 'C', text: 'C and', turn: 2, saving: second };
    const { saving: _first, ...secondAlone } = second;
    const { saving: _second, ...thirdAlone } = third;
    expect(withoutSaved(first, 'B')).toBe(null);
    expect(withoutSaved(third, 'B')).toEqual({ ...third, saving: secondAlone });
    expect(withoutSaved(third, 'C')).toEqual(thirdAlone);
    expect(withoutSaved(undefined, 'B')).toBe(null);
  });

  it('has the app ask before what was typed and not saved is lost', async () => {
    const { store } = await openRename();
    const others = unfinished.getSnapshot();
    const own = () => unfinished.getSnapshot().filter((work) => !others.includes(work));
    const asks = () => own().flatMap((work) => work.describe());
    expect(asks()).toEqual([]);
    setRename(store, 1, { over: 'Section 1 ', text: 'Half', turn: 0, problem: 'Refused' });
    expect(asks()).toEqual(['“Half” for “Section 1 ”']);
    setRename(store, 1, { over: 'Section 1 ', text: 'Half', turn: 0, isSaving: true });
    expect(asks()).toEqual([]);
    setRename(store, 1, { over: 'Section 1 ', text: 'Half', turn: 0 });
    setRename(store, 1, null);
    expect(asks()).toEqual([]);
    store.isClosed = true;
    setRename(store, 1, { over: 'Section 1 ', text: 'Half', turn: 0, problem: 'Signed out' });
    expect(asks()).toEqual([]);
  });
});
