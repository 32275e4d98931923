import type { QueryClient } from '@tanstack/react-query';
import type { SectionRecord } from '#/api/sections/sections';
import type { SubmitReport } from '#/forms/useEntityForm';
import { createStore } from '#/lib/store';
import type { ConflictResult } from '#/features/saving/types';
import type { Choices } from '#/features/sections/model/mergeSection';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';
import type { EditorParts, EditorState, FormHandle } from './editorParts';
import { loadFormExtras } from './loadFormExtras';
import { createOrderQuestion } from './orderQuestion';

/** The record that an edit form stands over, and its saves, from a click to one of the outcomes (submitEdit.ts). */
export function createSectionEditor(opened: SectionRecord, client: QueryClient) {
  const store = createStore<EditorState>({
    base: opened,
    phase: null,
    notes: [],
    overtaken: null,
    conflict: null,
    pending: null,
    isDeleted: false,
  });
  const state = store.getSnapshot;
  const set = (changes: Partial<EditorState>) => store.set({ ...state(), ...changes });

  let attached: FormHandle | null = null;
  const form = (): FormHandle => {
    if (!attached) throw new Error('The editor has no form.');
    return attached;
  };

  /** The one place where the form comes to stand over another record. */
  const adopt = (record: SectionRecord, values: SectionFormValues): void => {
    set({ base: record });
    form().rebase(toFormValues(record), values);
  };

  const question = createOrderQuestion(client);
  const parts: EditorParts = { client, question, state, set, form, adopt };

  return {
    store,
    question,
    attach: (handle: FormHandle) => {
      attached = handle;
    },
    adopt,
    submit: async (values: SectionFormValues, intent?: string): Promise<SubmitReport<SectionField>> => {
      set({ notes: [], isDeleted: false });
      return (await loadFormExtras()).submitEdit(parts, values, intent);
    },
    resolve: async (choices: Choices): Promise<void> =>
      (await loadFormExtras()).resolveConflict(parts, choices),
    compare: (conflict: ConflictResult) => set({ conflict }),
  };
}
