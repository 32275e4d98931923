import type { ApiError } from '#/api/http/errors';
import type { SectionRecord } from '#/api/sections/sections';
import { mergeSection } from '#/features/sections/model/mergeSection';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import { toPayload, writtenProperties } from '#/features/sections/model/sectionPayload';
import { asApiError, imageChanged, isServerNormalised, isSame, serverChanges } from './compareStored';
import type { ConfirmedBy, OnPhase, PendingSave, SaveRequest, SaveResult, SavingDeps } from './types';

type Deps = Pick<SavingDeps, 'getSection' | 'updateSection'>;
type Write = Omit<PendingSave, 'error'>;
type Saved = Extract<SaveResult, { outcome: 'saved' }>;
type Written = (typeof writtenProperties)[number];

/**
 * Saves an edit: reads the record fresh, merges, sends the whole once, reads what is stored (docs/api-contract.md 5). Answers
 * one of the outcomes of a write and never throws; a lost answer is settled by reading, never by sending again.
 */
export async function saveSection(request: SaveRequest, deps: Deps, onPhase: OnPhase): Promise<SaveResult> {
  const { base } = request;
  onPhase('reading');
  const theirs = await read(deps, base.Id);
  if ('error' in theirs) return { outcome: theirs.isGone ? 'deleted' : 'notSent', error: theirs.error };

  const { record: before } = theirs;
  const { values, kept, conflicts } = mergeSection(base, before, request.values);
  if (conflicts.length > 0) {
    return { outcome: 'conflict', theirs: before, values, conflicts, kept, wasSent: false };
  }
  const write: Write = { before, sent: toPayload(values, before), values, kept };
  if (!asksForChange(write)) return { outcome: 'unchanged', record: before, kept };

  onPhase('sending', write);
  try {
    await deps.updateSection(write.sent);
  } catch (thrown) {
    const error = asApiError(thrown);
    if (error.outcome === 'unknown') return checkSave({ ...write, error }, deps, onPhase);
    return { outcome: error.kind === 'notFound' ? 'deleted' : error.outcome, error };
  }
  onPhase('confirming');
  const after = await read(deps, base.Id);
  return saved(write, 'answer', 'record' in after ? after.record : null);
}

/** Finds out what became of a write whose answer was lost, now or later. Only reads. */
export async function checkSave(pending: PendingSave, deps: Deps, onPhase: OnPhase): Promise<SaveResult> {
  const { error, before, sent } = pending;
  onPhase('checking');
  const after = await read(deps, before.Id);
  if ('error' in after) {
    if (after.isGone) return { outcome: 'deleted', error: after.error };
    return { outcome: 'unknown', error, readError: after.error, pending };
  }
  const { record } = after;
  const changed = changedProperties(pending);
  const missing = changed.filter(([property]) => !hasArrived(property, pending, record));
  const isImageMissing = imageChanged(sent, before, record) === false;
  // Beside another change the image proves nothing: an accepted one was once seen not to be stored.
  if (missing.length === 0 && (changed.length > 0 || !isImageMissing)) {
    return { ...saved(pending, 'readBack', record), answer: error };
  }

  const { values, conflicts, kept } = mergeSection(before, record, pending.values);
  if (conflicts.length > 0) {
    const allKept = [...pending.kept, ...kept];
    return { outcome: 'conflict', theirs: record, values, conflicts, kept: allKept, wasSent: true };
  }
  const fields = missing.map(([, field]) => field);
  return { outcome: 'notSaved', error, record, missing: isImageMissing ? [...fields, 'thumbnail'] : fields };
}

type Read = { readonly record: SectionRecord } | { readonly error: ApiError; readonly isGone: boolean };

async function read(deps: Deps, id: number): Promise<Read> {
  try {
    return { record: await deps.getSection(id) };
  } catch (thrown) {
    const error = asApiError(thrown);
    return { error, isGone: error.kind === 'notFound' };
  }
}

function saved(write: Write, confirmedBy: ConfirmedBy, record: SectionRecord | null): Saved {
  return {
    outcome: 'saved',
    record,
    confirmedBy,
    kept: write.kept,
    serverChanged: record ? serverChanges(write.sent, record) : [],
    imageChanged: record && imageChanged(write.sent, write.before, record),
  };
}

function asksForChange(write: Write): boolean {
  const { NewImageUrl, ClearImageFile } = write.sent;
  return NewImageUrl !== null || ClearImageFile || changedProperties(write).length > 0;
}

function changedProperties({ before, sent }: Write): readonly Written[] {
  return writtenProperties.filter(([property]) => !isSame(sent[property], rawValue(before, property)));
}

/** What is stored is what was sent, or what the server made of it; the value before is no trace of our write. */
function hasArrived(property: Written[0], { before, sent }: Write, record: SectionRecord): boolean {
  const now = rawValue(record, property);
  return (
    isSame(sent[property], now) ||
    (isServerNormalised(sent[property], now) && !isSame(now, rawValue(before, property)))
  );
}
