import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { focusControl } from '#/forms/focusControl';
import { useEntityForm } from '#/forms/useEntityForm';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import { controlIds, labels } from '#/features/sections/model/fields';
import type { Choices } from '#/features/sections/model/mergeSection';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { resolveLater } from './loadFormExtras';
import { createSectionEditor } from './createSectionEditor';
import type { OrderQuestion } from './orderQuestion';

/** The edit form over one stored section. `opened` is what was read for it; later reads never touch what is typed. */
export function useSectionEditor(opened: SectionRecord): SectionEditor & {
  readonly question: OrderQuestion;
  readonly resolve: (choices: Choices) => Promise<void>;
} {
  const client = useQueryClient();
  const [editor] = useState(() => createSectionEditor(opened, client));
  const { base, phase, notes, overtaken, conflict, pending, isDeleted } = useSyncExternalStore(
    editor.store.subscribe,
    editor.store.getSnapshot,
  );
  const form = useEntityForm<SectionFormValues>({
    resolver: resolveLater(base, editor.question),
    defaultValues: toFormValues(opened),
    labels,
    ids: controlIds,
    onSubmit: editor.submit,
  });
  useLayoutEffect(() =>
    editor.attach({
      values: () => form.rhf.getValues(),
      rebase: (stored, values) => form.rebase(stored, values),
      forget(targetId, nextId) {
        form.forget(targetId);
        focusControl(nextId, null);
      },
    }),
  );
  const { adopt, compare, resolve, question } = editor;
  return {
    base,
    form,
    save: { phase, notes, overtaken, conflict, isUnknown: pending !== null, isDeleted },
    question,
    adopt,
    compare,
    resolve,
  };
}
