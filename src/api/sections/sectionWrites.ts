import { ApiError } from '#/api/http/errors';
import { sectionAddress, SECTIONS_PATH } from '#/api/addresses';
import { request } from '#/api/http/http';
import { parseCreatedId, parseNothing } from '#/api/paging';
import { type SectionCreatePayload, type SectionUpdatePayload, updateBody } from './sectionPayloads';

/** Creates a section; never repeated by itself. @returns its Id @throws ApiError */
export function createSection(payload: SectionCreatePayload, signal?: AbortSignal): Promise<number> {
  const role = 'CourseSection-Create';
  return request({ method: 'POST', path: SECTIONS_PATH, body: payload, role, parse: parseCreatedId, signal });
}

/** Replaces a section; the Id is in the body (docs/api-contract.md 5). @throws ApiError */
export function updateSection(payload: SectionUpdatePayload, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Edit';
  const body = updateBody(payload);
  return request({ method: 'PUT', path: SECTIONS_PATH, body, role, parse: parseNothing, signal });
}

/** Deletes a section; one that is gone already counts as deleted (docs/api-contract.md 6). @throws ApiError */
export async function deleteSection(id: number, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Delete';
  try {
    await request({ method: 'DELETE', ...sectionAddress(id), role, parse: parseNothing, signal });
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'notFound')) throw error;
  }
}
