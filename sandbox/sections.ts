import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { withRole } from './auth.ts';
import { jsonBody, type SandboxContext, type SandboxEnv } from './context.ts';
import { json, notFound, refusal, refusalOf, refusedAs200, success, type WriteStamp } from './envelope.ts';
import type { StoredRecord } from './db.ts';
import { contains, equals, listPage, wholeNumber } from './lists.ts';
import {
  courseTitleOf,
  dated,
  fullSection,
  listedSection,
  timestamp,
  writtenSection,
} from './sectionRecord.ts';
import { sectionRefusals } from './validation.ts';
import type { World } from './worlds.ts';

/** `/content/coursesections` as in docs/api-contract.md 1–6. */
function shown(world: World, stored: StoredRecord): Record<string, unknown> {
  return dated(fullSection(stored, courseTitleOf(world.store, stored)), world.options);
}

function list(c: SandboxContext): Response {
  const { store, options, replicas } = c.var.world;
  const query = new URL(c.req.url).searchParams;
  const titles = new Map(store.list('courses').map((course) => [course.Id, course['Title']]));
  const all = replicas.lists
    .list()
    .map((stored) => fullSection(stored, titles.get(Number(stored['CourseId']))));
  const kept = options.ignoresFilters
    ? all
    : all.filter(
        (section) =>
          equals(section['CourseId'], query.get('CourseSection_Course')) &&
          contains(section['CourseTitle'], query.get('CourseSection_Course_Title')) &&
          contains(section['Title'], query.get('CourseSection_Title')) &&
          contains(section['SectionContents'], query.get('CourseSection_SectionContents')),
      );
  const page = listPage(kept, query);
  const records = page.Records as Record<string, unknown>[];
  return json({
    ...page,
    Records: records.map((record) => dated(listedSection(record, options.listGaps), options)),
  });
}

/** `?id=[1,2]` behind a slash: a bare array of full records; ids that are not there are left out. */
function batch(c: SandboxContext, ids: string): Response {
  const { world } = c.var;
  const how = world.options.batch;
  const asked = /^\[\s*\d*(\s*,\s*\d+)*\s*\]$/.test(ids) ? (JSON.parse(ids) as number[]) : null;
  if (asked === null || how === 'refused') return json({ Message: 'The request is invalid.' }, 400);
  const found = asked.flatMap((id) => world.replicas.reads.get(id) ?? []);
  const records = found.map((stored) => shown(world, stored));
  if (how === 'list') return json(listPage(records, new URLSearchParams()));
  if (how === 'unordered') return json(records.toReversed());
  return json(how === 'incomplete' ? records.slice(1) : records);
}

function one(c: SandboxContext): Response {
  const id = wholeNumber(c.req.param('id') ?? null);
  const stored = id === null ? null : c.var.world.replicas.reads.get(id);
  return stored ? json(shown(c.var.world, stored)) : notFound();
}

/** The server's own numbers, where it gives some. */
function renumber({ store, options }: World, courseIds: readonly unknown[]): void {
  if (!options.renumbers) return;
  for (const courseId of new Set(courseIds.map(Number))) {
    const inOrder = store
      .list('sections', courseId)
      .toSorted((left, right) => Number(left['DisplayOrder']) - Number(right['DisplayOrder']));
    inOrder.forEach((section, index) => {
      const DisplayOrder = index + 1;
      if (section['DisplayOrder'] !== DisplayOrder) store.replace('sections', { ...section, DisplayOrder });
    });
  }
}

const stampOf = (c: SandboxContext, now: number): WriteStamp => ({
  UpdatedOn: timestamp(now),
  UpdatedBy: c.var.user.userName,
});

function written(world: World, id: number, verb: string, stamp: WriteStamp): Response {
  const stored = world.options.valueIsRecord ? world.store.get('sections', id) : null;
  const value = stored ? shown(world, stored) : { Id: id };
  return json(dated(success(`CourseSection was successfully ${verb}.`, value, stamp), world.options));
}

/** The JSON object of a write, or the answer to a body that is none. */
function sentBody(c: SandboxContext): Record<string, unknown> | Response {
  const type = c.req.header('Content-Type') ?? 'none';
  if (!type.startsWith('application/json')) {
    const message = `The request entity's media type '${type}' is not supported for this resource.`;
    return json({ Message: message }, 415);
  }
  return jsonBody(c.var.text) ?? json(refusal([], 'The request body is not a JSON object.'), 400);
}

function create(c: SandboxContext, now: number): Response {
  const { world } = c.var;
  const body = sentBody(c);
  if (body instanceof Response) return body;
  const errors = sectionRefusals(body, null, (id) => world.store.get('courses', id) !== null);
  if (errors.length > 0) return json(refusal(errors), 400);
  const stamp = stampOf(c, now);
  const properties = { ...writtenSection(body, null, world.options), UniqueId: randomUUID(), ...stamp };
  const stored = world.store.insert('sections', { ...properties, CreatedOn: stamp.UpdatedOn });
  renumber(world, [stored['CourseId']]);
  return written(world, stored.Id, 'created', stamp);
}

function update(c: SandboxContext, now: number): Response {
  const { world } = c.var;
  const body = sentBody(c);
  if (body instanceof Response) return body;
  const id = body['Id'];
  if (!Number.isSafeInteger(id) || Number(id) <= 0) {
    return json(refusal([refusalOf('Id', 'is a required field', id)]), 400);
  }
  const before = world.store.get('sections', Number(id));
  if (!before) return notFound();
  const errors = sectionRefusals(body, before, (course) => world.store.get('courses', course) !== null);
  if (errors.length > 0) return json(refusal(errors), 400);
  const stamp = stampOf(c, now);
  const { UniqueId, CreatedOn } = before;
  const stored = {
    ...writtenSection(body, before, world.options),
    Id: before.Id,
    UniqueId,
    CreatedOn,
    ...stamp,
  };
  world.store.replace('sections', stored);
  renumber(world, [before['CourseId'], body['CourseId']]);
  return written(world, before.Id, 'updated', stamp);
}

/** Lessons of a deleted section stay in the course; a course may be set to refuse instead (docs/api-contract.md 6). */
function remove(c: SandboxContext, now: number): Response {
  const { world } = c.var;
  const id = wholeNumber(c.req.param('id') ?? null);
  const section = id === null ? null : world.store.get('sections', id);
  if (!section) return notFound();
  const course = world.store.get('courses', Number(section['CourseId']));
  const lessons = world.store.list('lessons').filter((lesson) => lesson['SectionId'] === section.Id);
  const stamp = stampOf(c, now);
  if (course?.['$refusesDeletes'] === true && lessons.length > 0) {
    const message = 'You must delete all CourseLessons using this record before you can delete it.';
    return json(refusedAs200(message, stamp));
  }
  world.store.transaction(() => {
    for (const lesson of lessons) {
      world.store.replace('lessons', { ...lesson, SectionId: null, SectionTitle: null });
    }
    world.store.remove('sections', section.Id);
    renumber(world, [section['CourseId']]);
  });
  if (world.options.deleteAnswersEmpty) return new Response(null, { status: 204 });
  return json(dated(success('CourseSection was successfully deleted.', null, stamp), world.options));
}

const PATH = '/content/coursesections';

export function addSectionRoutes(api: Hono<SandboxEnv>, now: () => number): void {
  api.get(PATH, (c) => withRole(c, 'CourseSection-List', () => list(c)));
  api.get(`${PATH}/`, (c) => {
    const ids = c.req.query('id');
    return ids === undefined
      ? withRole(c, 'CourseSection-List', () => list(c))
      : withRole(c, 'CourseSection-Read', () => batch(c, ids));
  });
  api.get(`${PATH}/:id`, (c) => withRole(c, 'CourseSection-Read', () => one(c)));
  api.post(PATH, (c) => withRole(c, 'CourseSection-Create', () => create(c, now())));
  api.put(PATH, (c) => withRole(c, 'CourseSection-Edit', () => update(c, now())));
  api.delete(`${PATH}/:id`, (c) => withRole(c, 'CourseSection-Delete', () => remove(c, now())));
}
