import type { Resolver } from 'react-hook-form';
import { getSections, listSections } from '../../api/sectionLists';
import { getSection, type SectionRecord } from '../../api/sections';
import { createSection as postSection, updateSection } from '../../api/sectionWrites';
import { schemaResolver } from '../../forms/schemaResolver';
import { pause } from '../../lib/pause';
import { checkCreate, createSection } from './saving/createSection';
import { checkSave, saveSection } from './saving/saveSection';
import type {
  CreateRequest,
  CreateResult,
  OnPhase,
  PendingCreate,
  PendingSave,
  SaveRequest,
  SaveResult,
} from './saving/types';
import type { SectionFormValues } from './sectionForm';
import { sectionSchema } from './sectionSchema';

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

export { createdNotes, reportCreate, reportSave } from './saveReports';
export { afterSave } from './saving/afterSave';
export { ConflictPanel } from './conflict/ConflictPanel';
export { mergeSection, resolveConflicts } from './merge';
export { SaveNotes } from './SaveNotes';
export { cacheCreate, cacheSave } from './sectionCache';
export { Differences } from './conflict/Differences';
export { visibleChanges } from './conflict/fieldText';
export type {
  CreateResult,
  PendingCreate,
  PendingSave,
  SaveResult,
  Sending,
} from './saving/types';
