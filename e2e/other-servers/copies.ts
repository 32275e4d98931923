import { type Confirmed, note } from './confirmed';
import { storedSections, type Tab } from './tab';

export async function copyOf(tab: Tab, id: number, confirmed: Confirmed): Promise<number | null> {
  const before = await storedSections(tab.courseId);
  await tab.openList();
  const order = tab.list().map(({ Id }) => Id);
  await tab.ask('Duplicate', { kind: 'duplicate', targets: [tab.target(id)] });
  if (tab.trouble(id) !== null) return null;
  const known = new Set(before.map(({ Id }) => Id));
  const [copy, ...twins] = (await storedSections(tab.courseId)).filter(({ Id }) => !known.has(Id));
  if (!copy || twins.length > 0) throw new Error(`${twins.length} twins, or no copy.`);
  const {
    Title: _title,
    DisplayOrder: _order,
    ImageFileName: _image,
    ...facts
  } = confirmed.sections.get(id) ?? {};
  note(confirmed, copy.Id, facts);
  confirmed.order = order.flatMap((one) => (one === id ? [one, copy.Id] : [one]));
  return copy.Id;
}

/** Into the course of the tab, as the list of the other one asks for it. */
export async function copyFromElsewhere(tab: Tab, _id: number, confirmed: Confirmed): Promise<number | null> {
  const before = await storedSections(tab.courseId);
  await tab.openList();
  const order = tab.list().map(({ Id }) => Id);
  const { id, courseId: from, facts } = tab.other;
  await tab.ask('Copy', {
    kind: 'duplicate',
    targets: [{ id, title: facts.Title }],
    goal: { across: { from, into: 'This one' }, place: order[0] ?? 'end' },
  });
  if (tab.trouble(id) !== null) return null;
  const known = new Set(before.map(({ Id }) => Id));
  const [copy, ...twins] = (await storedSections(tab.courseId)).filter(({ Id }) => !known.has(Id));
  if (!copy || twins.length > 0) throw new Error(`${twins.length} twins, or no copy.`);
  note(confirmed, copy.Id, facts);
  confirmed.order = order.toSpliced(1, 0, copy.Id);
  return copy.Id;
}
