/**
 * All that a form needs beyond being shown and typed in, in one piece of code that is loaded after the first render
 * (loadFormExtras.ts): the root of a chunk, so that no other file passes names on.
 */
export { CreateFormDrafts } from '#/features/drafts/CreateFormDrafts';
export { EditFormDrafts } from '#/features/drafts/EditFormDrafts';
export { HistoryPanel } from '#/features/history/HistoryPanel';
export { ConflictPanel } from '#/features/saving/ConflictPanel';
export { runCreate } from '#/features/saving/runWrite';
export { SaveNotices } from '#/features/saving/SaveNotices';
export { rebaseSection } from '#/features/sections/model/rebaseSection';
export { resolverOf } from './askOrder';
export { OrderHint } from './fields/OrderHint';
export { RoomProgress } from './fields/RoomProgress';
export { SectionDetails } from './fields/SectionDetails';
export { TakenOrder } from './fields/TakenOrder';
export { TitleHint } from './fields/TitleHint';
export { UnreadableFields } from './fields/UnreadableFields';
export { WordCleanUp } from './introduction/WordCleanUp';
export { settleCreate } from './settleCreate';
export { resolveConflict, submitEdit } from './submitEdit';
