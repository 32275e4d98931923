import { ApiError } from '#/api/http/errors';
import { settleAny } from '#/api/http/result';
import { readSectionListRow } from '#/api/sections/sectionRow';
import type { SectionListRow, SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { isSentSection, serverChanges } from './compareStored';
import { isSame } from '#/lib/isSame';
import { SETTLE_DELAYS_MS } from './settleDelays';
import type {
  ConfirmedBy,
  CreateRequest,
  CreateResult,
  LostCreate,
  OnPhase,
  PendingCreate,
  SavingDeps,
} from './types';

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
  return createFrom(toPayload(request.values, null), deps, onPhase, request);
}

/** The same with a body that is ready to be sent. Nothing is sent once one of the earlier ones is there, or may be. */
export async function createFrom(
  sent: SectionCreatePayload,
  deps: Deps,
  onPhase: OnPhase,
  { values = null, earlier = [] }: { values?: Write['values']; earlier?: readonly LostCreate[] } = {},
): Promise<CreateResult> {
  onPhase('reading');
  const rows = await list(deps, sent);
  if (rows instanceof ApiError && hopeless.includes(rows.kind)) return { outcome: 'notSent', error: rows };
  const late = await findLate(earlier, sent, rows, deps);
  if (late) return late;
  const write: Write = {
    sent,
    values,
    idsBefore: rows instanceof ApiError ? null : rows.map(({ Id }) => Id),
    ...(earlier.length > 0 && { earlier }),
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

/** What has become of the earlier ones, by the list that is read before the write; null while none of them is there. */
async function findLate(
  earlier: readonly LostCreate[],
  { CourseId }: SectionCreatePayload,
  rows: SectionListRow[] | ApiError,
  deps: Deps,
): Promise<CreateResult | null> {
  for (const create of earlier) {
    const listed = create.sent.CourseId === CourseId ? rows : await list(deps, create.sent);
    const others = earlier.filter((one) => one !== create);
    const result = await search({ ...create, earlier: others }, deps, listed);
    if (result.outcome === 'unknown') return result;
    if (result.outcome !== 'notCreated') return { late: create, ...result };
  }
  return null;
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
    result = await search(pending, deps, await list(deps, pending.sent));
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
  const twins = others.filter((row) => creatorOf(row, records, write));
  if (twins.length === 0) return created(id, records, 'answer', write, fresh !== null);
  // One that can neither be read nor listed is known by what was sent.
  const own =
    records.get(id) ?? fresh?.find(({ Id }) => Id === id) ?? readSectionListRow({ ...write.sent, Id: id });
  return { outcome: 'createdTwice', records: own ? [own, ...twins] : twins, confirmedBy: 'answer' };
}

type Search = Exclude<CreateResult, { outcome: 'refused' | 'notSent' }>;

async function search(
  pending: PendingCreate,
  deps: Deps,
  rows: SectionListRow[] | ApiError,
): Promise<Search> {
  const { earlier = [], ...own } = pending;
  const { error } = own;
  if (rows instanceof ApiError) return { outcome: 'unknown', error, readError: rows, pending };
  const fresh = newRows(rows, pending);
  const records = await readRecords(deps, idsOf(fresh));
  const ours = fresh.filter((row) => creatorOf(row, records, pending));
  const [first] = ours;
  const creator = first && creatorOf(first, records, pending);
  if (!creator) return { outcome: 'notCreated', error, others: fresh, lost: [...earlier, own] };
  const late = creator === pending ? {} : { late: creator };
  if (ours.length > 1) return { outcome: 'createdTwice', records: ours, confirmedBy: 'readBack', ...late };
  return { ...created(first.Id, records, 'readBack', creator, true), ...late };
}

/** Which create made a new section of the course: this one, or one of those before it. */
function creatorOf<Own extends Omit<PendingCreate, 'error'>>(
  row: SectionListRow,
  records: Records,
  own: Own,
) {
  const earlier = (own.earlier ?? []).filter(({ sent }) => sent.CourseId === own.sent.CourseId);
  return [own, ...earlier].find(({ sent }) => isOurs(row, records, sent));
}

function created(
  id: number,
  records: Records,
  confirmedBy: ConfirmedBy,
  { sent }: Pick<Write, 'sent'>,
  lookedForTwins: boolean,
): Extract<CreateResult, { outcome: 'created' }> {
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
