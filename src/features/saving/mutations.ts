import { useMutation, useQueryClient } from '@tanstack/react-query';
import { loadSaving } from './loadSaving';
import type { CreateRequest, OnPhase, PendingCreate, PendingSave, SaveRequest } from './types';

/** A write goes out at once or fails at once: never queued while offline, never repeated. */
export const writes = { networkMode: 'always', retry: false } as const;

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
    onSuccess: async (result, { request }) => (await loadSaving()).cacheSave(client, request, result),
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
    onSuccess: async (result, { request }) => (await loadSaving()).cacheCreate(client, request, result),
  });
}
