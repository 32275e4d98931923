import type { Page } from '@playwright/test';
import { COURSES } from '../../../sandbox/seed/ids';
import type { SandboxWorld } from '../sandbox';

/** What is asked about a number that another section has. */
export const question = (page: Page) => {
  const group = page.getByRole('group', { name: 'This number is taken' });
  return {
    group,
    makeRoom: group.getByRole('button', { name: 'Make room' }),
    useAnyway: group.getByRole('button', { name: 'Use it anyway' }),
  };
};

/** The stored numbers of “Member onboarding” by title, in their order. */
export async function numbersOf(sandbox: SandboxWorld): Promise<[string, number][]> {
  const stored = await sandbox.sectionsOf(COURSES.memberOnboarding);
  return stored
    .map(({ Title, DisplayOrder }): [string, number] => [String(Title), Number(DisplayOrder)])
    .toSorted((a, b) => a[1] - b[1]);
}
