import { indexedDbDrafts } from '#/lib/drafts/draftDatabase';

/** What this browser has seen of sections and of the orders of courses: apart from the drafts, which come first. */
export const historyDatabase = indexedDbDrafts('nexudus-course-sections-history');
