import { expect, test } from 'vitest';
import type { WorldOptions } from '../../sandbox/options';
import type { Confirmed } from './confirmed';
import { brokenPromises, FALSE_ALONE, unlisted } from './law';
import { openTab, queueFault, setServer, storedSections } from './tab';
import { WRITES, type Write } from './writes';

const SECTIONS = '/content/coursesections';

async function start() {
  const tab = await openTab([10, 20, 30, 40, 40]);
  const confirmed: Confirmed = { sections: new Map(), order: null };
  const [, , third = 0] = tab.ids;
  const stored = async () => (await storedSections(tab.courseId)).find(({ Id }) => Id === third);
  return { tab, confirmed, third, stored };
}

/** What a form says of fields that are stored otherwise than it sent them. */
const isAboutFields = (one: RegExp) =>
  one.test('The server changed: Title.') || one.test('Title is stored otherwise');

const named = WRITES.map((write) => [write.name, write] as const);

test.each(named)('on a server that renumbers, %s is done and said to be', async (_, write) => {
  const { tab, confirmed, third } = await start();
  await setServer({ renumbers: true });
  const first = await write.run(tab, third, confirmed);
  const second = first && (await write.run(tab, first, confirmed));
  expect.soft([first, second], [...tab.said].join(' · ')).not.toContain(null);
  // A form shows its number, and says what became of it.
  const untrue = FALSE_ALONE.filter((one) => !isAboutFields(one));
  expect.soft((await brokenPromises(tab, confirmed, untrue)).join('\n')).toBe('');
  expect.soft((await unlisted(tab, confirmed)).join('\n')).toBe('');
});

test.each(named)(
  'on a server that changes texts, %s is done, and only a save of them says so',
  async (name, write) => {
    const { tab, confirmed, third } = await start();
    await setServer({ normalisesFields: { Title: 'upperCase', SectionContents: 'wrapped' } });
    const subject = await write.run(tab, third, confirmed);
    expect.soft(subject, [...tab.said].join(' · ')).not.toBeNull();
    // What a form shows, and the server has changed, is said there.
    const isSave = /save|create|room/.test(name);
    const untrue = isSave ? FALSE_ALONE.filter((one) => !isAboutFields(one)) : FALSE_ALONE;
    expect.soft([...tab.said].filter((text) => untrue.some((one) => one.test(text)))).toEqual([]);
  },
);

/** A field that each way to write changes, and a server may ignore. */
const IGNORED: Readonly<Record<string, WorldOptions['ignoresFields'][number]>> = {
  'a save of the introduction': 'SectionContents',
  'a save of the title': 'Title',
  'the switch': 'Active',
  'a move': 'DisplayOrder',
  '“Tidy up”': 'DisplayOrder',
  'an earlier order': 'DisplayOrder',
  'a change of several': 'UnlockAfterDays',
  '“Finish”': 'UnlockAfterDays',
};
const ignored = WRITES.flatMap((write) => {
  const field = IGNORED[write.name];
  return field ? [[write.name, write, field] as const] : [];
});

test.each(ignored)('%s that the server ignores is not said to be done', async (name, write, field) => {
  const { tab, confirmed, third } = await start();
  await setServer({ ignoresFields: [field] });
  const subject = await write.run(tab, third, confirmed);
  const words = [...tab.said].join(' · ');
  expect.soft(words).toMatch(/the server (?:kept|changed)/i);
  expect.soft(words).not.toMatch(/proxy|did not arrive|could not be read/);
  if (!name.includes('save')) expect.soft(subject).toBeNull();
});

/** A form is read when it is opened, and again when it is saved: that is the moment. */
const readsBefore = (name: string) => (name.startsWith('a save') ? 1 : 0);
const moments = [
  [
    'before it is read',
    'before',
    (name: string) => ({ method: 'GET', path: `^${SECTIONS}/\\d+$`, after: readsBefore(name) }),
  ],
  ['just after it is written', 'after', () => ({ method: 'PUT', path: SECTIONS })],
] as const;
const atMoments = (writes: readonly Write[]) =>
  moments.flatMap(([moment, when, callOf]) =>
    writes.map((write) => [write.name, moment, write, when, callOf(write.name)] as const),
  );

const updates = WRITES.filter(({ name }) =>
  ['a save of the introduction', 'the switch', 'a move', 'a change of several'].includes(name),
);
test.each(atMoments(updates))(
  '%s leaves a colleague’s change of another field alone that is made %s',
  async (_name, _moment, write, when, call) => {
    const { tab, confirmed, third, stored } = await start();
    await queueFault({ ...call, fault: { colleague: { when, edit: { Id: third, Title: 'Theirs' } } } });
    const subject = await write.run(tab, third, confirmed);
    expect.soft(subject, [...tab.said].join(' · ')).not.toBeNull();
    expect.soft(await stored()).toMatchObject({ Title: 'Theirs' });
    const untrue = [/Not changed\. /, /did not arrive/, /the server (?:changed|kept)/i];
    expect.soft((await brokenPromises(tab, confirmed, untrue)).join('\n')).toBe('');
  },
);

test.each(atMoments(updates))(
  '%s of a section that a colleague deletes %s is not said to be done',
  async (name, _moment, write, when, call) => {
    const { tab, confirmed, third } = await start();
    await queueFault({ ...call, fault: { colleague: { when, remove: third } } });
    const subject = await write.run(tab, third, confirmed);
    const words = [...tab.said].join(' · ');
    // A save that the server has confirmed was one, though it could not be read again.
    if (when === 'before' || !name.startsWith('a save')) expect.soft(subject).toBeNull();
    expect.soft(words).toMatch(/deleted|could not confirm|reading the section again failed/);
    expect
      .soft(words)
      .not.toMatch(/did not arrive|proxy|more sections than numbers|the server (?:kept|changed)/i);
  },
);

test.each(named.filter(([name]) => name.startsWith('a delete')))(
  '%s whose answer is lost stays off a list that is late',
  async (_name, write) => {
    const { tab, confirmed, third } = await start();
    await setServer({ listLag: 'held' });
    await queueFault({ method: 'DELETE', path: SECTIONS, fault: { commit: true, status: 502 } });
    expect.soft(await write.run(tab, third, confirmed), [...tab.said].join(' · ')).not.toBeNull();
    expect.soft((await brokenPromises(tab, confirmed, FALSE_ALONE)).join('\n')).toBe('');
    expect.soft((await unlisted(tab, confirmed)).join('\n')).toBe('');
  },
);

test('a copy that a colleague deletes at once moves nothing, and goes with the next change', async () => {
  const tab = await openTab([1, 2, 3]);
  const [first = 0, , third = 0] = tab.ids;
  const orders = async () => (await storedSections(tab.courseId)).map(({ DisplayOrder }) => DisplayOrder);
  const removal = { when: 'after' as const, remove: third + 1 };
  await queueFault({ method: 'POST', path: SECTIONS, fault: { colleague: removal } });
  await tab.ask('Duplicate', { kind: 'duplicate', targets: [tab.target(first)] });
  expect([...tab.said].join(' · ')).toContain('Nexudus does not list all that was created');
  expect(await orders()).toEqual([1, 2, 3]);
  await tab.ask('Switch', { kind: 'switch', target: tab.target(third), isActive: false });
  await tab.refresh();
  expect(tab.list().map(({ Id }) => Id)).toEqual(tab.ids);
});
