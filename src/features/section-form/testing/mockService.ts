import { vi } from 'vitest';
import * as lists from '#/api/sections/sectionLists';
import * as api from '#/api/sections/sections';
import * as writes from '#/api/sections/sectionWrites';
import type { FakeService } from '#/features/saving/testing/fakeService';

/** Lets a service in memory answer for the API. The test file mocks the three modules of it with `vi.mock`. */
export function answerBy({ deps }: FakeService): void {
  vi.mocked(api.getSection).mockImplementation(deps.getSection);
  vi.mocked(lists.listSections).mockImplementation(deps.listSections);
  vi.mocked(lists.getSections).mockImplementation(deps.getSections);
  vi.mocked(writes.updateSection).mockImplementation(deps.updateSection);
  vi.mocked(writes.createSection).mockImplementation(deps.createSection);
}
