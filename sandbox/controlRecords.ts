import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { DOMAIN } from './accounts.ts';
import { wrong, type ControlEnv } from './controlEnv.ts';
import { ENTITIES, type Entity, type Store, type StoredRecord } from './db.ts';
import { json, notFound } from './envelope.ts';
import { wholeNumber } from './lists.ts';
import { timestamp } from './sectionRecord.ts';
import type { World } from './worlds.ts';

/** Direct edits of the database: to play a colleague, and to store what no API call could. */
const MOST_AT_ONCE = 10_000;

const colleagueIn = (world: World) =>
  world.name === 'default' ? `colleague@${DOMAIN}` : `colleague+${world.name}@${DOMAIN}`;

function stamps(world: World, now: number) {
  return { UpdatedOn: timestamp(now), UpdatedBy: colleagueIn(world) };
}

function sectionDefaults(world: World, now: number): Record<string, unknown> {
  const stamp = stamps(world, now);
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
    CreatedOn: stamp.UpdatedOn,
    ...stamp,
  };
}

/** `count` sections in one course, numbered from 1 in title and order. */
function insertMany(world: World, body: Record<string, unknown>, now: number): number[] {
  const { count, title = 'Section', ...properties } = body;
  return world.store.transaction(() =>
    Array.from({ length: Number(count) }, (_, index) => {
      const numbered = { Title: `${String(title)} ${index + 1}`, DisplayOrder: index + 1 };
      return world.store.insert('sections', { ...sectionDefaults(world, now), ...numbered, ...properties })
        .Id;
    }),
  );
}

function stored(store: Store, entity: Entity, id: string): StoredRecord | null {
  const number = wholeNumber(id);
  return number === null ? null : store.get(entity, number);
}

function addEntityControls(control: Hono<ControlEnv>, entity: Entity, now: () => number): void {
  control.get(`/${entity}`, (c) => {
    const course = wholeNumber(c.req.query('courseId') ?? null);
    return json(course === null ? c.var.world.store.list(entity) : c.var.world.store.list(entity, course));
  });
  control.get(`/${entity}/:id`, (c) => {
    const record = stored(c.var.world.store, entity, c.req.param('id'));
    return record ? json(record) : notFound();
  });
  control.post(`/${entity}`, (c) => {
    const { world, body } = c.var;
    const defaults = entity === 'sections' ? sectionDefaults(world, now()) : stamps(world, now());
    return json(world.store.insert(entity, { ...defaults, ...body }), 201);
  });
  control.patch(`/${entity}/:id`, (c) => {
    const { world, body } = c.var;
    const before = stored(world.store, entity, c.req.param('id'));
    if (!before) return notFound();
    const after = { ...before, ...stamps(world, now()), ...body, Id: before.Id };
    world.store.replace(entity, after);
    return json(after);
  });
  control.delete(`/${entity}/:id`, (c) => {
    const id = wholeNumber(c.req.param('id'));
    const isGone = id !== null && c.var.world.store.remove(entity, id);
    return isGone ? new Response(null, { status: 204 }) : notFound();
  });
}

export function addRecordControls(control: Hono<ControlEnv>, now: () => number): void {
  control.post('/sections/bulk', (c) => {
    const count = c.var.body['count'];
    if (!Number.isInteger(count) || Number(count) < 1 || Number(count) > MOST_AT_ONCE) {
      return wrong(`“count” must be a whole number from 1 to ${MOST_AT_ONCE}.`);
    }
    return json({ ids: insertMany(c.var.world, c.var.body, now()) }, 201);
  });
  for (const entity of ENTITIES) addEntityControls(control, entity, now);
}
