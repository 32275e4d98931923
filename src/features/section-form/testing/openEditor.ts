import { QueryClient } from '@tanstack/react-query';
import type { SectionRecord } from '#/api/sections/sections';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { createSectionEditor } from '#/features/section-form/createSectionEditor';

/** An editor over a form that is only its values: what stands in the boxes, and what counts as stored. */
export function openEditor(opened: SectionRecord) {
  const editor = createSectionEditor(opened, new QueryClient());
  const form = { values: toFormValues(opened), stored: toFormValues(opened) };
  editor.attach({
    values: () => form.values,
    rebase(stored, values) {
      Object.assign(form, { stored, values });
    },
    forget() {},
  });
  return {
    ...editor,
    form,
    state: editor.store.getSnapshot,
    type: (typed: Partial<SectionFormValues>) => {
      form.values = { ...form.values, ...typed };
    },
    save: (intent?: string) => editor.submit(form.values, intent),
  };
}
