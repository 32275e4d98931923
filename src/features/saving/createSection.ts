import { ApiError } from '#/api/http/errors';
import { settleAny } from '#/api/http/result';
import { readSectionListRow } from '#/api/sections/sectionRow';
import type { SectionListRow, SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { isSame, isSentSection, serverChanges } from './compareStored';
import { SETTLE_DELAYS_MS } from './settleDelays';
import type { ConfirmedBy, CreateRequest, CreateResult, OnPhase, PendingCreate, SavingDeps } from './types';

type Deps = Pick<SavingDeps, 'createSection' | 'listSections' | 'getSections' | 'wait'>;
type Write = Omit<PendingCreate, 'error'>;
type Records = ReadonlyMap<number, SectionRecord>;

/** When the list fails like this, so would the write, and its fate could not be found out. */
const hopeless: readonly string[] = ['signedOut', 'throttled', 'network', 'offline', 'timeout', 'aborted'];

/**
 * Creates a section: one POST, with a look at the course's sections before and after it. The browser itself may send a
 * POST twice, and an answer may get lost after the commit; both show in the list only. Never throws, never sends again.
 */
export function createSection(request: CreateRequest, deps: Deps, onPhase: OnPhase): Promise<CreateResult> {
  return createFrom(toPayload(request.values, null), deps, onPhase, request.values);
}

/** The same with a body that is ready to be sent. */
export async function createFrom(
  sent: SectionCreatePayload,
  deps: Deps,
  onPhase: OnPhase,
  values: Write['values'] = null,
): Promise<CreateResult> {
  onPhase('reading');
  const rows = await list(deps, sent);
  if (rows instanceof ApiError && hopeless.includes(rows.kind)) return { outcome: 'notSent', error: rows };
  const write: Write = {
    sent,
    values,
    idsBefore: rows instanceof ApiError ? null : rows.map(({ Id }) => Id),
  };

  onPhase('sending', write);
  const id = await settleAny(deps.createSection(sent));
  if (id instanceof ApiError) {
    if (id.outcome === 'unknown') return checkCreate({ ...write, error: id }, deps, onPhase);
    return { outcome: id.outcome, error: id };
  }
  onPhase('confirming');
  return confirm(id, write, deps);
}

/** Looks for a section whose answer was lost: up to three times, until it is there. Only reads. */
export async function checkCreate(
  pending: PendingCreate,
  deps: Deps,
  onPhase: OnPhase,
): Promise<CreateResult> {
  onPhase('checking');
  let result: CreateResult = { outcome: 'unknown', error: pending.error, readError: null, pending };
  if (pending.idsBefore === null) return result;
  for (const delay of SETTLE_DELAYS_MS) {
    if (delay > 0) await deps.wait(delay);
    result = await search(pending, deps);
    if (result.outcome !== 'notCreated' && result.outcome !== 'unknown') break;
  }
  return result;
}

/** The server named the section: reads it, and looks whether the network made another one. */
async function confirm(id: number, write: Write, deps: Deps): Promise<CreateResult> {
  const rows = write.idsBefore && (await list(deps, write.sent));
  const fresh = rows === null || rows instanceof ApiError ? null : newRows(rows, write);
  const others = fresh?.filter(({ Id }) => Id !== id) ?? [];
  const records = await readRecords(deps, [id, ...idsOf(others)]);
  const twins = others.filter((row) => isOurs(row, records, write.sent));
  if (twins.length === 0) return created(id, records, 'answer', write, fresh !== null);
  // One that can neither be read nor listed is known by what was sent.
  const own =
    records.get(id) ?? fresh?.find(({ Id }) => Id === id) ?? readSectionListRow({ ...write.sent, Id: id });
  return { outcome: 'createdTwice', records: own ? [own, ...twins] : twins, confirmedBy: 'answer' };
}

async function search(pending: PendingCreate, deps: Deps): Promise<CreateResult> {
  const { error, sent } = pending;
  const rows = await list(deps, sent);
  if (rows instanceof ApiError) return { outcome: 'unknown', error, readError: rows, pending };
  const fresh = newRows(rows, pending);
  const records = await readRecords(deps, idsOf(fresh));
  const ours = fresh.filter((row) => isOurs(row, records, sent));
  const [first] = ours;
  if (!first) return { outcome: 'notCreated', error, others: fresh };
  if (ours.length > 1) return { outcome: 'createdTwice', records: ours, confirmedBy: 'readBack' };
  return created(first.Id, records, 'readBack', pending, true);
}

function created(
  id: number,
  records: Records,
  confirmedBy: ConfirmedBy,
  { sent }: Write,
  lookedForTwins: boolean,
): CreateResult {
  const record = records.get(id) ?? null;
  return {
    outcome: 'created',
    id,
    record,
    confirmedBy,
    serverChanged: record ? serverChanges(sent, null, record) : [],
    lookedForTwins,
  };
}

async function list(deps: Deps, { CourseId }: SectionCreatePayload): Promise<SectionListRow[] | ApiError> {
  return CourseId === null ? [] : settleAny(deps.listSections(CourseId));
}

/** The full records that could be read. Without the role to read them, the rows have to do. */
async function readRecords(deps: Deps, ids: readonly number[]): Promise<Records> {
  if (ids.length === 0) return new Map();
  const answers = await settleAny(deps.getSections(ids));
  // Not readable at all is the same here as none of them readable.
  if (answers instanceof ApiError) return new Map();
  return new Map(
    [...answers].flatMap(([id, record]) => (record instanceof ApiError ? [] : [[id, record] as const])),
  );
}

const idsOf = (rows: readonly SectionListRow[]) => rows.map(({ Id }) => Id);

function newRows(rows: readonly SectionListRow[], { idsBefore }: Write): SectionListRow[] {
  return rows.filter(({ Id }) => !idsBefore?.includes(Id));
}

function isOurs(row: SectionListRow, records: Records, sent: SectionCreatePayload): boolean {
  const record = records.get(row.Id);
  if (record) return isSentSection(sent, record);
  return isSame(row.Title, sent.Title) && isSame(row.DisplayOrder, sent.DisplayOrder);
}
