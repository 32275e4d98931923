import { ApiError } from '#/api/http/errors';
import { sectionAddress, SECTIONS_PATH } from '#/api/addresses';
import { request } from '#/api/http/http';
import { parseCreatedId, parseNothing, parseUpdatedOn } from '#/api/paging';
import { expectUpdate, noteCreate, noteDelete } from './confirmedWrites';
import { type SectionCreatePayload, type SectionUpdatePayload, updateBody } from './sectionPayloads';

const parseCreated = (json: unknown) => [parseCreatedId(json), parseUpdatedOn(json)] as const;

/** Creates a section; never repeated by itself. @returns its Id @throws ApiError */
export async function createSection(payload: SectionCreatePayload, signal?: AbortSignal): Promise<number> {
  const role = 'CourseSection-Create';
  const call = { method: 'POST', path: SECTIONS_PATH, body: payload, role } as const;
  const [id, updatedOn] = await request({ ...call, parse: parseCreated, signal });
  noteCreate(id, payload, updatedOn);
  return id;
}

/** Replaces a section; the Id is in the body (docs/api-contract.md 5). @throws ApiError */
export async function updateSection(payload: SectionUpdatePayload, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Edit';
  const confirm = expectUpdate(payload);
  const call = { method: 'PUT', path: SECTIONS_PATH, body: updateBody(payload), role } as const;
  confirm(await request({ ...call, parse: parseUpdatedOn, signal }));
}

/** Deletes a section; one that is gone already counts as deleted (docs/api-contract.md 6). @throws ApiError */
export async function deleteSection(id: number, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Delete';
  try {
    await request({ method: 'DELETE', ...sectionAddress(id), role, parse: parseNothing, signal });
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'notFound')) throw error;
  }
  noteDelete(id);
}
