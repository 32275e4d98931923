import type { Hono } from 'hono';
import { editRecord, insertRecord } from './colleague.ts';
import { wrong, type ControlEnv } from './controlEnv.ts';
import { ENTITIES, type Entity, type Store, type StoredRecord } from './db.ts';
import { json, notFound } from './envelope.ts';
import { wholeNumber } from './lists.ts';
import type { World } from './worlds.ts';

const MOST_AT_ONCE = 10_000;

/** `count` sections in one course, numbered from 1 in title and order. */
function insertMany(world: World, body: Record<string, unknown>, now: number): number[] {
  const { count, title = 'Section', ...properties } = body;
  return world.store.transaction(() =>
    Array.from({ length: Number(count) }, (_, index) => {
      const numbered = { Title: `${String(title)} ${index + 1}`, DisplayOrder: index + 1 };
      return insertRecord(world, 'sections', { ...numbered, ...properties }, now).Id;
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
    return json(insertRecord(world, entity, body, now()), 201);
  });
  control.patch(`/${entity}/:id`, (c) => {
    const { world, body } = c.var;
    const before = stored(world.store, entity, c.req.param('id'));
    return before ? json(editRecord(world, entity, before, body, now())) : notFound();
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
