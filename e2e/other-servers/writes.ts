import { aSection } from '#/features/sections/testing/sectionFixtures';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { isSameSequence } from '#/features/course-changes/plan/sequence';
import { type Confirmed, note } from './confirmed';
import { copyFromElsewhere, copyOf } from './copies';
import { queueFault, storedSections, type Tab } from './tab';

export interface Write {
  readonly name: string;
  /**
   * Does it to a section of an open tab, as a person would.
   * @returns the section that a further write would be about; null when this one was not confirmed
   */
  readonly run: (tab: Tab, id: number, confirmed: Confirmed) => Promise<number | null>;
}

const refused = { status: 400, body: { Message: 'Not today', Errors: null, WasSuccessful: false } };
const PUT = { method: 'PUT', path: '/content/coursesections' };
let count = 0;

const saveOf = (name: string, field: 'title' | 'introduction', property: string): Write => ({
  name,
  async run(tab, id, confirmed) {
    const form = await tab.openForm(id);
    const text = `<p>Written ${++count}</p>`;
    if (!form || !(await form.save({ [field]: text }))) return null;
    note(confirmed, id, { [property]: text });
    return id;
  },
});

async function saveImage(tab: Tab, id: number, confirmed: Confirmed): Promise<number | null> {
  const form = await tab.openForm(id);
  const ImageFileName = `image-${++count}.png`;
  const imageUrl = `https://images.example/${ImageFileName}`;
  if (!form || !(await form.save({ thumbnail: 'replace', imageUrl }))) return null;
  note(confirmed, id, { ImageFileName });
  return id;
}

/** A change of one or two sections that the list does, with what it stores of this one. */
function changed(tab: Tab, id: number, confirmed: Confirmed, facts: Record<string, unknown>) {
  if (tab.trouble(id) !== null) return null;
  note(confirmed, id, facts);
  return id;
}

async function toggle(tab: Tab, id: number, confirmed: Confirmed): Promise<number | null> {
  await tab.openList();
  const Active = !tab.list().find(({ Id }) => Id === id)?.Active;
  await tab.ask('Switch', { kind: 'switch', target: tab.target(id), isActive: Active });
  return changed(tab, id, confirmed, { Active });
}

const bulk = (tab: Tab, ids: readonly number[], UnlockAfterDays: number) =>
  tab.ask(`Unlock after ${UnlockAfterDays}`, {
    kind: 'change',
    targets: ids.map(tab.target),
    set: { UnlockType: 3, UnlockAfterDays },
  });

async function stopped(tab: Tab, id: number, days: number) {
  await tab.openList();
  const [other = id] = tab.list().flatMap(({ Id }) => (Id === id ? [] : [Id]));
  await queueFault({ ...PUT, after: 1, fault: refused });
  await bulk(tab, [id, other], days);
  const { activity } = tab.state();
  return activity?.phase === 'ended' ? activity.job : null;
}

/** The section takes the number of another one, as its form does it: it is stored first, then the other gives way. */
async function makeRoom(tab: Tab, id: number, confirmed: Confirmed): Promise<number | null> {
  await tab.openList();
  const others = tab.list().filter(({ Id }) => Id !== id);
  const number = others[1]?.DisplayOrder ?? 0;
  const form = await tab.openForm(id);
  if (!form || !(await form.save({ displayOrder: String(number) }))) return null;
  // How the server answers a tie is nobody's promise: from here to the end of it there is no order.
  confirmed.order = null;
  await tab.ask('Make room', { kind: 'makeRoom', newcomer: tab.target(id), number, writes: 1 });
  if (tab.trouble(id) !== null) return null;
  const order = tab.list().map(({ Id }) => Id);
  const rest = order.filter((one) => one !== id);
  const given = others.map(({ Id }) => Id);
  if (!isSameSequence(rest, given)) throw new Error(`The others stand as ${rest.join()}.`);
  confirmed.order = order;
  return id;
}

/** Every way in which the app writes to the service. */
export const WRITES: readonly Write[] = [
  saveOf('a save of the introduction', 'introduction', 'SectionContents'),
  saveOf('a save of the title', 'title', 'Title'),
  { name: 'a save of the image', run: saveImage },
  { name: 'the switch', run: toggle },
  {
    name: 'a save of the title in its row',
    async run(tab, id, confirmed) {
      await tab.openList();
      const [Title, over] = [`Renamed ${++count}`, tab.list().find((row) => row.Id === id)?.Title ?? null];
      await tab.ask('Rename', { kind: 'rename', target: tab.target(id), over, title: Title });
      if (!tab.state().renames.has(id)) note(confirmed, id, { Title });
      return tab.state().renames.has(id) ? null : id;
    },
  },
  {
    name: 'a move',
    async run(tab, id, confirmed) {
      await tab.openList();
      // Up by one, or down from the top.
      const index = tab.list().findIndex(({ Id }) => Id === id);
      const wanted = await tab.move(id, index || 2);
      if (tab.trouble(id) !== null) return null;
      confirmed.order = wanted;
      return id;
    },
  },
  {
    name: '“Tidy up”',
    async run(tab, id, confirmed) {
      await tab.openList();
      const order = tab.list().map(({ Id }) => Id);
      await tab.ask('Tidy up', { kind: 'tidyUp', writes: order.length });
      if (tab.trouble(id) !== null) return null;
      confirmed.order = order;
      return id;
    },
  },
  {
    name: 'an earlier order',
    async run(tab, id, confirmed) {
      await tab.openList();
      const over = tab.list().map(({ Id }) => Id);
      const wanted = [...over.slice(-1), ...over.slice(0, -1)];
      await tab.ask('Put an order back', { kind: 'order', over, wanted, writes: over.length });
      if (tab.trouble(id) !== null) return null;
      confirmed.order = wanted;
      return id;
    },
  },
  { name: '“Make room”', run: makeRoom },
  {
    name: 'a change of several',
    async run(tab, id, confirmed) {
      const days = ++count;
      await tab.openList();
      const [other = id] = tab.list().flatMap(({ Id }) => (Id === id ? [] : [Id]));
      await bulk(tab, [id, other], days);
      return changed(tab, id, confirmed, { UnlockType: 3, UnlockAfterDays: days });
    },
  },
  {
    name: '“Finish”',
    async run(tab, id, confirmed) {
      const days = ++count;
      const job = await stopped(tab, id, days);
      if (!job) return null;
      await tab.finish(job);
      return changed(tab, id, confirmed, { UnlockType: 3, UnlockAfterDays: days });
    },
  },
  {
    name: '“Put it back”',
    async run(tab, id, confirmed) {
      const before = (await storedSections(tab.courseId)).find(({ Id }) => Id === id);
      const job = await stopped(tab, id, ++count);
      if (!job) return null;
      await tab.putBack(job);
      const facts = { UnlockType: before?.['UnlockType'], UnlockAfterDays: before?.['UnlockAfterDays'] };
      return changed(tab, id, confirmed, facts);
    },
  },
  {
    name: '“Undo” of a change of several',
    async run(tab, id, confirmed) {
      const before = (await storedSections(tab.courseId)).find(({ Id }) => Id === id);
      await tab.openList();
      const [other = id] = tab.list().flatMap(({ Id }) => (Id === id ? [] : [Id]));
      await bulk(tab, [id, other], ++count);
      if (tab.trouble(id) !== null || !(await tab.undo())) return null;
      const facts = { UnlockType: before?.['UnlockType'], UnlockAfterDays: before?.['UnlockAfterDays'] };
      return changed(tab, id, confirmed, facts);
    },
  },
  {
    name: '“Undo” of a move',
    async run(tab, id, confirmed) {
      await tab.openList();
      const order = tab.list().map(({ Id }) => Id);
      await tab.move(id, order.indexOf(id) || 2);
      if (tab.trouble(id) !== null || !(await tab.undo())) return null;
      if (tab.trouble(id) !== null) return null;
      confirmed.order = order;
      return id;
    },
  },
  {
    name: '“Undo” of a duplicate',
    async run(tab, id, confirmed) {
      await tab.openList();
      const order = tab.list().map(({ Id }) => Id);
      await tab.ask('Duplicate', { kind: 'duplicate', targets: [tab.target(id)] });
      if (tab.trouble(id) !== null || !(await tab.undo())) return null;
      if (tab.trouble(id) !== null) return null;
      confirmed.order = order;
      return id;
    },
  },
  { name: 'a duplicate', run: copyOf },
  { name: 'a copy from another course', run: copyFromElsewhere },
  {
    name: 'a create',
    async run(tab, _id, confirmed) {
      const title = `New ${++count}`;
      const empty = toFormValues(aSection({ CourseId: tab.courseId, UnlockType: 1 }));
      const typed = { title, displayOrder: '900', introduction: `<p>${title}</p>` };
      const created = await tab.create({ ...empty, ...typed });
      if (created === null) return null;
      note(confirmed, created, { Title: title, SectionContents: `<p>${title}</p>` });
      if (confirmed.order) confirmed.order = [...confirmed.order, created];
      return created;
    },
  },
  {
    name: 'a delete',
    async run(tab, id, confirmed) {
      await tab.ask('Delete', { kind: 'delete', target: tab.target(id) });
      if (tab.trouble(id) !== null) return null;
      confirmed.sections.set(id, null);
      if (confirmed.order) confirmed.order = confirmed.order.filter((one) => one !== id);
      return tab.ids.find((one) => one !== id) ?? null;
    },
  },
  {
    name: 'a delete of several',
    async run(tab, id, confirmed) {
      await tab.openList();
      const [other = id] = tab.list().flatMap(({ Id }) => (Id === id ? [] : [Id]));
      const gone = [id, other];
      await tab.ask('Delete 2 sections', { kind: 'deleteMany', targets: gone.map(tab.target) });
      if (gone.some((one) => tab.trouble(one) !== null)) return null;
      for (const one of gone) confirmed.sections.set(one, null);
      if (confirmed.order) confirmed.order = confirmed.order.filter((one) => !gone.includes(one));
      return tab.list()[0]?.Id ?? null;
    },
  },
];
