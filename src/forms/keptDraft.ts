import type { DraftPlace } from '#/lib/drafts/draft';
import { createStore } from '#/lib/store';

/** Where the draft is of a form that is being left without saving: the page that one arrives at takes it and says so. */
export const keptDraft = createStore<DraftPlace | null>(null);
