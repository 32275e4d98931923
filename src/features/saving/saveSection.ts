import { ApiError } from '#/api/http/errors';
import { settleAny } from '#/api/http/result';
import type { SectionRecord } from '#/api/sections/sections';
import { mergeSection } from '#/features/sections/model/mergeSection';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { imageChanged, serverChanges } from './compareStored';
import { changedProperties, isStored, lookFor, missingProperties, settleUpdate } from './settleUpdate';
import type { ConfirmedBy, OnPhase, PendingSave, SaveRequest, SaveResult, SavingDeps } from './types';

type Deps = Pick<SavingDeps, 'getSection' | 'updateSection' | 'wait'>;
type Write = Omit<PendingSave, 'error'>;
type Saved = Extract<SaveResult, { outcome: 'saved' }>;

/**
 * Saves an edit: reads the record fresh, merges, sends the whole once, reads what is stored (docs/api-contract.md 5). Answers
 * one of the outcomes of a write and never throws; a lost answer is settled by reading, never by sending again.
 */
export async function saveSection(request: SaveRequest, deps: Deps, onPhase: OnPhase): Promise<SaveResult> {
  const { base } = request;
  onPhase('reading');
  const before = await settleAny(deps.getSection(base.Id));
  if (before instanceof ApiError) return { outcome: isGone(before) ? 'deleted' : 'notSent', error: before };

  const { values, kept, conflicts } = mergeSection(base, before, request.values);
  if (conflicts.length > 0) {
    return { outcome: 'conflict', theirs: before, values, conflicts, kept, wasSent: false };
  }
  const write: Write = { before, sent: toPayload(values, before), values, kept };
  if (!asksForChange(write)) return { outcome: 'unchanged', record: before, kept };

  onPhase('sending', write);
  const fate = await settleUpdate(write, {
    send: () => settleAny(deps.updateSection(write.sent)),
    onSent: (lostAnswer) => onPhase(lostAnswer ? 'checking' : 'confirming'),
    read: () => settleAny(deps.getSection(base.Id)),
    wait: deps.wait,
  });
  if (!fate.isSent) {
    const { error, outcome } = fate;
    return { outcome: isGone(error) ? 'deleted' : outcome, error };
  }
  const { lostAnswer, record } = fate;
  if (lostAnswer) return outcomeOf({ ...write, error: lostAnswer }, record);
  return saved(write, 'answer', record instanceof ApiError ? null : record);
}

/** Finds out what became of a write whose answer was lost, now or later. Only reads. */
export async function checkSave(pending: PendingSave, deps: Deps, onPhase: OnPhase): Promise<SaveResult> {
  onPhase('checking');
  const read = () => settleAny(deps.getSection(pending.before.Id));
  return outcomeOf(pending, await lookFor(pending, { read, wait: deps.wait }));
}

/** @param record what was read after the write, or why it could not be */
function outcomeOf(pending: PendingSave, record: SectionRecord | ApiError): SaveResult {
  const { error, before, sent } = pending;
  if (record instanceof ApiError) {
    if (isGone(record)) return { outcome: 'deleted', error: record };
    return { outcome: 'unknown', error, readError: record, pending };
  }
  if (isStored(pending, record)) return { ...saved(pending, 'readBack', record), answer: error };

  const { values, conflicts, kept } = mergeSection(before, record, pending.values);
  if (conflicts.length > 0) {
    const allKept = [...pending.kept, ...kept];
    return { outcome: 'conflict', theirs: record, values, conflicts, kept: allKept, wasSent: true };
  }
  const fields = missingProperties(pending, record).map(([, field]) => field);
  const isImageMissing = imageChanged(sent, before, record) === false;
  return { outcome: 'notSaved', error, record, missing: isImageMissing ? [...fields, 'thumbnail'] : fields };
}

const isGone = ({ kind }: ApiError) => kind === 'notFound';

function saved(write: Write, confirmedBy: ConfirmedBy, record: SectionRecord | null): Saved {
  return {
    outcome: 'saved',
    before: write.before,
    record,
    confirmedBy,
    kept: write.kept,
    serverChanged: record ? serverChanges(write.sent, write.before, record) : [],
  };
}

function asksForChange(write: Write): boolean {
  const { NewImageUrl, ClearImageFile } = write.sent;
  return NewImageUrl !== null || ClearImageFile || changedProperties(write).length > 0;
}
