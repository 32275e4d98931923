import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noteRoleTogether } from './noteRoleTogether';
import { forgetRefusedWrites, noteRole, refusedRoles } from './roleRefusals';
import { clearStoredSession } from '#/api/session/storedSession';

const { session, signInAs } = vi.hoisted(() => {
  let clientId: string | null = null;
  const listeners = new Set<() => void>();
  return {
    session: {
      getClientId: () => clientId,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    signInAs: (next: string | null) => {
      clientId = next;
      for (const listener of listeners) listener();
    },
  };
});
vi.mock('#/api/session/session', () => ({ session }));

const refused = () => [...refusedRoles.getSnapshot()];
const kept = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => kept.set(key, text),
  removeItem: (key: string) => kept.delete(key),
});
let sign = 0;
let now = '';

beforeEach(() => {
  now = `sign-in ${sign++}`;
  signInAs(now);
});

/** The modules anew, as after a reload of the tab. */
async function reloaded(): Promise<string[]> {
  vi.resetModules();
  const after = await import('./roleRefusals');
  return [...after.refusedRoles.getSnapshot()];
}

describe('the roles that an account lacks', () => {
  it('are those that the last call was refused for', () => {
    noteRole('Thing-Edit', true, now);
    noteRole('Thing-Read', true, now);
    noteRole('Thing-Edit', false, now);
    expect(refused()).toEqual(['Thing-Read']);
  });

  it('are told to the screens when they change, and only then', () => {
    const listener = vi.fn<() => void>();
    const unsubscribe = refusedRoles.subscribe(listener);
    noteRole('Thing-Read', false, now);
    expect(listener).not.toHaveBeenCalled();
    noteRole('Thing-Edit', true, now);
    const before = refusedRoles.getSnapshot();
    noteRole('Thing-Edit', true, now);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(refusedRoles.getSnapshot()).toBe(before);
    noteRole('Thing-Edit', false, now);
    expect(listener).toHaveBeenCalledTimes(2);
    unsubscribe();
    noteRole('Thing-Edit', true, now);
    signInAs(null);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('are forgotten with the session, and not taken up by the next', () => {
    noteRole('Thing-Edit', true, now);
    const listener = vi.fn<() => void>();
    refusedRoles.subscribe(listener);
    signInAs(null);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(refused()).toEqual([]);
    signInAs('another');
    expect(refused()).toEqual([]);
    noteRole('Thing-Read', true, 'another');
    expect(refused()).toEqual(['Thing-Read']);
  });

  it('are not learned from an answer to a sign-in that is over', () => {
    signInAs('a later one');
    noteRole('Thing-Edit', true, now);
    expect(refused()).toEqual([]);
    noteRole('Thing-Edit', true, 'a later one');
    noteRole('Thing-Edit', false, now);
    expect(refused()).toEqual(['Thing-Edit']);
  });

  it('are not those that only some of the calls of one reading were refused for, before or after the others', () => {
    for (const answers of [
      [true, false],
      [false, true],
      [true, false, true],
    ]) {
      const listener = vi.fn<() => void>();
      const unsubscribe = refusedRoles.subscribe(listener);
      const reading = noteRoleTogether();
      for (const isRefused of answers) reading.note('Thing-Read', isRefused, now);
      reading.end();
      expect(listener).not.toHaveBeenCalled();
      unsubscribe();
    }
    const reading = noteRoleTogether();
    reading.note('Thing-Read', true, now);
    reading.end();
    expect(refused()).toEqual(['Thing-Read']);
  });

  it('outlast a reload of the tab, but not their sign-in', async () => {
    noteRole('Thing-Edit', true, now);
    noteRole('Thing-Read', true, now);
    noteRole('Thing-Edit', false, now);
    expect(await reloaded()).toEqual(['Thing-Read']);
    signInAs('another');
    expect(await reloaded()).toEqual([]);
    signInAs(now);
    clearStoredSession();
    expect(await reloaded()).toEqual([]);
  });

  it('begin with nothing where what is kept is damaged', async () => {
    for (const text of ['', '{}', 'null', '[', `["${now}",1,null]`]) {
      sessionStorage.setItem('nexudus-sections.roles', text);
      expect(await reloaded()).toEqual([]);
    }
  });

  it('are asked for once more on request, but for those that a reading tells by itself', async () => {
    noteRole('Thing-Edit', true, now);
    noteRole('Thing-Read', true, now);
    noteRole('Thing-List', true, now);
    forgetRefusedWrites();
    expect(refused()).toEqual(['Thing-Read', 'Thing-List']);
    expect(await reloaded()).toEqual(['Thing-Read', 'Thing-List']);
  });
});
