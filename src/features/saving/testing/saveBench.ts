import type { SectionRecord } from '#/api/sections/sections';
import { saveSection } from '#/features/saving/saveSection';
import type { Phase } from '#/features/saving/types';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { fakeService } from './fakeService';

export const base = aSection();

/** A save of changes to `base` over a service that stores one section. */
export function saveBench(stored: SectionRecord = base) {
  const service = fakeService([stored]);
  const phases: Phase[] = [];
  const onPhase = (phase: Phase) => void phases.push(phase);
  const save = (changes: Partial<SectionFormValues>) =>
    saveSection({ base, values: { ...toFormValues(base), ...changes } }, service.deps, onPhase);
  return { service, phases, onPhase, save, stored: () => service.records.get(base.Id) };
}
