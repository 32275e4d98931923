import { newSectionDefaults } from '#/features/sections/model/newSection';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { createSection } from '#/features/saving/createSection';
import type { Phase } from '#/features/saving/types';
import { fakeService } from './fakeService';

const old = aSection({ Id: 1, Title: 'Begin' });

/** Another section of the course, as a colleague would make it. */
export const other = aSection({ Id: 2, Title: 'Other' });

/** A filled-in form of a new section, in a course that has one. */
export function createBench() {
  const service = fakeService([old]);
  const phases: Phase[] = [];
  const onPhase = (phase: Phase) => void phases.push(phase);
  const values: SectionFormValues = {
    ...newSectionDefaults({ courseId: '7', displayOrder: 3 }),
    title: 'Begin',
    introduction: '<p>Hello</p>',
  };
  const create = (changes: Partial<SectionFormValues> = {}) =>
    createSection({ values: { ...values, ...changes } }, service.deps, onPhase);
  const posts = () => service.log.filter((call) => call === 'post').length;
  return { service, phases, onPhase, values, create, posts };
}
