import { storedSections, type Tab } from './tab';
import type { Confirmed } from './confirmed';

/** Where nobody but this tab writes, and the server changes nothing, none of this is true. */
export const FALSE_ALONE: readonly RegExp[] = [
  /the server (?:changed|shortened)/i,
  /the server kept/i,
  /did not arrive/,
  /has changed|changed it since/,
  /stored otherwise|not stored as you saved/,
  /Not changed\. /,
  /order was not changed|more sections than numbers/,
  /Created twice|not found so far|as far as three looks tell/,
  /(?:has|have) been deleted/,
];

type Properties = Readonly<Record<string, unknown>>;

function differences(what: string, found: object | undefined, facts: Properties): string[] {
  if (!found) return [`${what} is not there`];
  const properties: Properties = { ...found };
  const names = Object.keys(facts).filter((name) => properties[name] !== facts[name]);
  return names.map((name) => `${what}: ${name} is ${String(properties[name])}, not ${String(facts[name])}`);
}

function orderDifference(what: string, found: readonly number[], { order }: Confirmed): string[] {
  if (order === null || found.join() === order.join()) return [];
  return [`${what}: ${found.join()}, not ${order.join()}`];
}

/** What was said and is not so, and what was confirmed and is not stored. */
export async function brokenPromises(
  tab: Tab,
  confirmed: Confirmed,
  untrue: readonly RegExp[],
): Promise<string[]> {
  const lies = [...tab.said].filter((text) => untrue.some((one) => one.test(text)));
  const sections = await storedSections(tab.courseId);
  const stored = new Map(sections.map((section) => [section.Id, section]));
  const order = sections.toSorted((a, b) => Number(a['DisplayOrder']) - Number(b['DisplayOrder']));
  return [
    ...lies.map((text) => `said: ${text}`),
    ...[...confirmed.sections].flatMap(([id, facts]) => {
      if (facts) return differences(`stored ${id}`, stored.get(id), facts);
      return stored.has(id) ? [`${id} is still stored`] : [];
    }),
    ...orderDifference(
      'stored order',
      order.map(({ Id }) => Id),
      confirmed,
    ),
  ];
}

/** What was confirmed and is not on the list, and what the list marks as a change of others. */
export async function unlisted(tab: Tab, confirmed: Confirmed): Promise<string[]> {
  await tab.openList();
  const rows = new Map(tab.list().map((row) => [row.Id, row]));
  return [
    ...[...confirmed.sections].flatMap(([id, facts]) => {
      if (!facts) return rows.has(id) ? [`${id} is still listed`] : [];
      const {
        SectionContents: _html,
        UnlockType: _rule,
        UnlockAfterDays: _days,
        ImageFileName: _image,
        ...listed
      } = facts;
      return differences(`listed ${id}`, rows.get(id), listed);
    }),
    ...orderDifference('listed order', [...rows.keys()], confirmed),
    ...orderDifference('order on the screen', tab.state().displayedOrder ?? [], confirmed),
    ...[...tab.marked].map((id) => `${id} is marked as changed by others`),
  ];
}
