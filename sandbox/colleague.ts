import { randomUUID } from 'node:crypto';
import { DOMAIN } from './accounts.ts';
import type { Entity, StoredRecord } from './db.ts';
import { timestamp } from './sectionRecord.ts';
import type { World } from './worlds.ts';

/** Direct edits of the database, which play a colleague. They may store what no call of the API could. */
type Properties = Readonly<Record<string, unknown>>;

/** What a colleague does to sections just before or just after a call is carried out. */
export interface ColleagueAct {
  when: 'before' | 'after';
  /** Properties that change, of the section with this `Id`. */
  edit?: { Id: number } & Properties;
  /** A new section. */
  create?: Properties;
  /** The number of a section that is deleted. */
  remove?: number;
}

const colleagueIn = (world: World) =>
  world.name === 'default' ? `colleague@${DOMAIN}` : `colleague+${world.name}@${DOMAIN}`;

function stamps(world: World, now: number) {
  return { UpdatedOn: timestamp(now), UpdatedBy: colleagueIn(world) };
}

function sectionDefaults(): Properties {
  return {
    Title: 'New section',
    SectionContents: null,
    Active: true,
    DisplayOrder: 0,
    UnlockType: 1,
    UnlockAfterDays: 0,
    ImageFileName: null,
    SystemId: null,
    LocalizationDetails: null,
    CustomFields: null,
    UniqueId: randomUUID(),
  };
}

export function insertRecord(
  world: World,
  entity: Entity,
  properties: Properties,
  now: number,
): StoredRecord {
  const stamp = stamps(world, now);
  const defaults = entity === 'sections' ? { ...sectionDefaults(), CreatedOn: stamp.UpdatedOn } : {};
  return world.store.insert(entity, { ...defaults, ...stamp, ...properties });
}

export function editRecord(
  world: World,
  entity: Entity,
  before: StoredRecord,
  properties: Properties,
  now: number,
): StoredRecord {
  const after = { ...before, ...stamps(world, now), ...properties, Id: before.Id };
  world.store.replace(entity, after);
  return after;
}

/** Does what the act says; a section that is not there stays so. */
export function act(world: World, { edit, create, remove }: ColleagueAct, now: number): void {
  const before = edit ? world.store.get('sections', edit.Id) : null;
  if (edit && before) editRecord(world, 'sections', before, edit, now);
  if (create) insertRecord(world, 'sections', create, now);
  if (remove !== undefined) world.store.remove('sections', remove);
}
