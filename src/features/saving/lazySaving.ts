import type { Resolver } from 'react-hook-form';
import { getSections, listSections } from '#/api/sections/sectionLists';
import { getSection, type SectionRecord } from '#/api/sections/sections';
import { createSection as postSection, updateSection } from '#/api/sections/sectionWrites';
import { schemaResolver } from '#/forms/schemaResolver';
import { pause } from '#/lib/pause';
import { checkCreate, createSection } from './createSection';
import { checkSave, saveSection } from './saveSection';
import type {
  CreateRequest,
  CreateResult,
  OnPhase,
  PendingCreate,
  PendingSave,
  SaveRequest,
  SaveResult,
} from './types';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { sectionSchema } from '#/features/sections/model/sectionSchema';

const deps = {
  getSection,
  updateSection,
  createSection: postSection,
  listSections,
  getSections,
  wait: pause,
};

/** The check of the form over a record; null for a new section. */
export const resolverOf = (record: SectionRecord | null): Resolver<SectionFormValues> =>
  schemaResolver(sectionSchema(record));

/** Saves an edit, or looks again for one whose fate is unknown. */
export const runSave = (request: SaveRequest | PendingSave, onPhase: OnPhase): Promise<SaveResult> =>
  'sent' in request ? checkSave(request, deps, onPhase) : saveSection(request, deps, onPhase);

/** Creates a section, or looks again for one whose fate is unknown. */
export const runCreate = (request: CreateRequest | PendingCreate, onPhase: OnPhase): Promise<CreateResult> =>
  'sent' in request ? checkCreate(request, deps, onPhase) : createSection(request, deps, onPhase);

export { createdMessages, reportCreate, reportSave } from './submitReports';
export { formAfterSave } from './formAfterSave';
export { ConflictPanel } from './ConflictPanel';
export { mergeSection, resolveConflicts } from '#/features/sections/model/mergeSection';
export { SaveNotices } from './SaveNotices';
export { cacheCreate, cacheSave } from './queryCache';
export { Differences } from '#/features/comparison/FieldDifferences';
export { visibleChanges } from '#/features/comparison/fieldText';
export type {
  CreateResult,
  PendingCreate,
  PendingSave,
  SaveResult,
  Sending,
} from './types';
