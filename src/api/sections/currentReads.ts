import { ApiError } from '#/api/http/errors';
import { pause } from '#/lib/pause';
import { createdSections, deletedSections, isRecent } from './knownSections';
import { isOld, noteLater, removeOld } from './oldRecords';
import type { SectionRecord } from './sectionRecord';

export type SectionAnswer = SectionRecord | ApiError;
type Answers = Map<number, SectionAnswer>;

/** Waits before what is old is asked for again, in milliseconds. */
const READ_AGAIN_MS = [1000, 2000, 4000];

/**
 * Reads sections again until no answer is older than a write that was confirmed to this browser (docs/api-contract.md 5).
 * Where that does not come to pass, the answer is the error `outdated`: such a record is neither shown nor written over.
 * @param answers by Id; those that are old are replaced
 * @param read another reading of some of the ids
 */
export async function makeCurrent(
  answers: Answers,
  read: (ids: readonly number[]) => Promise<Answers>,
  signal?: AbortSignal,
): Promise<void> {
  for (const delay of READ_AGAIN_MS) {
    const behind = [...answers].filter(([id, answer]) => lagOf(id, answer) !== false).map(([id]) => id);
    if (behind.length === 0 || signal?.aborted) break;
    await pause(delay, signal);
    for (const [id, answer] of await read(behind)) answers.set(id, answer);
  }
  for (const [id, answer] of answers) answers.set(id, settled(id, answer));
}

function lagOf(id: number, answer: SectionAnswer): boolean | 'perhaps' {
  if (!(answer instanceof ApiError)) return isOld(answer);
  return answer.kind === 'notFound' && isRecent(createdSections.get(id)?.at) && 'perhaps';
}

function settled(id: number, answer: SectionAnswer): SectionAnswer {
  if (answer instanceof ApiError) return answer;
  if (isRecent(deletedSections.get(id))) return failure('notFound', answer);
  const lag = lagOf(id, answer);
  if (lag === true) return failure('outdated', answer);
  // The server's word that nothing changed, and its answers since, agree.
  if (lag === 'perhaps') removeOld(answer);
  else noteLater(id);
  return answer;
}

function failure(kind: 'notFound' | 'outdated', { Id, UpdatedOn, UpdatedBy }: SectionRecord): ApiError {
  return new ApiError({
    kind,
    outcome: 'notSent',
    details: `Section ${Id} was answered as of ${UpdatedOn} by ${UpdatedBy}, from before a write that was confirmed here.`,
  });
}
