import type { QueryClient } from '@tanstack/react-query';
import { getSections, listSections } from '#/api/sections/sectionLists';
import { getSection } from '#/api/sections/sections';
import { createSection as postSection, updateSection } from '#/api/sections/sectionWrites';
import { pause } from '#/lib/pause';
import { checkCreate, createSection } from './createSection';
import { cacheCreate, cacheSave } from './queryCache';
import { checkSave, saveSection } from './saveSection';
import type {
  CreateRequest,
  CreateResult,
  OnPhase,
  PendingCreate,
  PendingSave,
  SaveRequest,
  SaveResult,
  SavingDeps,
} from './types';

/** The calls of the API that writing a section takes. */
export const service: SavingDeps = {
  getSection,
  updateSection,
  createSection: postSection,
  listSections,
  getSections,
  wait: pause,
};

/**
 * Saves an edit, or looks again for one whose fate is unknown, and makes the cache true. Resolves with every outcome;
 * only a fault of the app itself rejects. At once or not at all: nothing is queued while offline, nothing repeated.
 */
export async function runSave(
  client: QueryClient,
  request: SaveRequest | PendingSave,
  onPhase: OnPhase,
): Promise<SaveResult> {
  const result = await ('sent' in request
    ? checkSave(request, service, onPhase)
    : saveSection(request, service, onPhase));
  await cacheSave(client, request, result);
  return result;
}

/** Creates a section, or looks again for one whose fate is unknown; as `runSave`. */
export async function runCreate(
  client: QueryClient,
  request: CreateRequest | PendingCreate,
  onPhase: OnPhase,
): Promise<CreateResult> {
  const result = await ('sent' in request
    ? checkCreate(request, service, onPhase)
    : createSection(request, service, onPhase));
  await cacheCreate(client, request, result);
  return result;
}
