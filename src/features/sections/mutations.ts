import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteSection, type SectionRecord } from '../../api/sections';
import { loadSaving } from './loadSaving';
import { sectionKeys } from './queries';
import type {
  CreateRequest,
  CreateResult,
  OnPhase,
  PendingCreate,
  PendingSave,
  SaveRequest,
  SaveResult,
} from './saving/types';

/** A write goes out at once or fails at once: never queued while offline, never repeated. */
const writes = { networkMode: 'always', retry: false } as const;

export interface SaveJob {
  /** A save, or the `pending` of one whose fate is unknown, to look again. */
  readonly request: SaveRequest | PendingSave;
  readonly onPhase: OnPhase;
}

/** Saves an edit and keeps the cache true. It resolves with every outcome; only the machine's own faults reject. */
export function useSaveSection() {
  const client = useQueryClient();
  return useMutation({
    ...writes,
    mutationFn: async ({ request, onPhase }: SaveJob) => (await loadSaving()).runSave(request, onPhase),
    onSuccess: async (result, { request }) => {
      const base = 'sent' in request ? request.before : request.base;
      await updateSaved(client, base, result);
    },
  });
}

export interface CreateJob {
  readonly request: CreateRequest | PendingCreate;
  readonly onPhase: OnPhase;
}

/** Creates a section and keeps the cache true. It resolves with every outcome, as `useSaveSection`. */
export function useCreateSection() {
  const client = useQueryClient();
  return useMutation({
    ...writes,
    mutationFn: async ({ request, onPhase }: CreateJob) => (await loadSaving()).runCreate(request, onPhase),
    onSuccess: async (result, { request }) => {
      const courseId = 'sent' in request ? request.sent.CourseId : Number(request.values.courseId);
      await updateCreated(client, courseId, result);
    },
  });
}

/** Deletes a section by its Id; one that is gone already counts as deleted. Rejects with an `ApiError`. */
export function useDeleteSection(courseId: number | null) {
  const client = useQueryClient();
  return useMutation({
    ...writes,
    mutationFn: (sectionId: number) => deleteSection(sectionId),
    onSuccess: (_, sectionId) => client.removeQueries({ queryKey: sectionKeys.section(sectionId) }),
    // Also after a failure: its answer may have been lost.
    onSettled: () => invalidateCourse(client, courseId),
  });
}

async function updateSaved(client: QueryClient, base: SectionRecord, result: SaveResult): Promise<void> {
  if (result.outcome === 'refused' || result.outcome === 'notSent') return;
  if ('record' in result && result.record) await setRecord(client, result.record);
  // Marked only: reading it behind the open form would change nothing there.
  else void client.invalidateQueries({ queryKey: sectionKeys.section(base.Id), refetchType: 'none' });
  if (result.outcome !== 'unchanged') invalidateCourse(client, base.CourseId);
}

async function updateCreated(
  client: QueryClient,
  courseId: number | null,
  result: CreateResult,
): Promise<void> {
  if (result.outcome === 'refused' || result.outcome === 'notSent') return;
  if (result.outcome === 'created' && result.record) await setRecord(client, result.record);
  invalidateCourse(client, courseId);
}

/** A read that started before the write must not overwrite what was read after it. */
async function setRecord(client: QueryClient, record: SectionRecord): Promise<void> {
  const { section } = sectionKeys;
  await client.cancelQueries({ queryKey: section(record.Id) });
  client.setQueryData(section(record.Id), record);
}

/** Not awaited: the outcome does not wait for a list. */
function invalidateCourse(client: QueryClient, courseId: number | null): void {
  void client.invalidateQueries({ queryKey: sectionKeys.course(courseId) });
}
