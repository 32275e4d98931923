/**
 * All that a form needs beyond being shown and typed in, in one piece of code that is loaded after the first render
 * (loadFormExtras.ts): the root of a chunk, so that no other file passes names on.
 */
export { CreateFormDrafts } from '#/features/drafts/CreateFormDrafts';
export { DeletedSectionDrafts } from '#/features/drafts/DeletedSectionDrafts';
export { runCreate } from '#/features/saving/runWrite';
export { rebaseSection } from '#/features/sections/model/rebaseSection';
export { resolverOf } from './askOrder';
export { BesideFields } from './BesideFields';
export { EditNotices } from './EditNotices';
export { FixedCourse } from './fields/FixedCourse';
export { OrderHint } from './fields/OrderHint';
export { LatePlace } from './fields/LatePlace';
export { RoomProgress } from './fields/RoomProgress';
export { TakenOrder } from './fields/TakenOrder';
export { TitleHint } from './fields/TitleHint';
export { UnknownRule } from './fields/UnknownRule';
export { WordCleanUp } from './introduction/WordCleanUp';
export { LastCreated } from './LastCreated';
export { SectionNeighbours, SectionPosition } from './SectionNeighbours';
export { settleCreate } from './settleCreate';
export { resolveConflict, submitEdit } from './submitEdit';
export { takeWish } from './takePlace';
