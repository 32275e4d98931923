import { useEffect } from 'react';
import type { Resolver } from 'react-hook-form';
import type { SectionRecord } from '#/api/sections/sections';
import { onFirstUse } from '#/lib/onFirstUse';
import { loadSaving } from './loadSaving';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';

/** The check of a section's form. Its code, and all that saving needs, comes when the form is first touched. */
export function useLateResolver(record: SectionRecord | null): Resolver<SectionFormValues> {
  useEffect(
    () =>
      onFirstUse(() => {
        // A failure is met again, and told, by the save that needs it.
        loadSaving().catch(() => undefined);
      }),
    [],
  );
  return async (...form) => (await loadSaving()).resolverOf(record)(...form);
}
