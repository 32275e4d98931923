/** What the app and the preview frame tell each other. The frame's origin is opaque, so both check `event.source`. */

/** What the preview leaves out, by kind. */
export const removedKinds = [
  'script',
  'handler',
  'embed',
  'form',
  'styleSheet',
  'image',
  'link',
  'drawing',
] as const;
export type RemovedKind = (typeof removedKinds)[number];
export type RemovedCounts = Readonly<Partial<Record<RemovedKind, number>>>;

/** From the app: show this HTML. `run` comes back in the answer. */
export interface ShowMessage {
  readonly type: 'preview';
  readonly run: number;
  readonly html: string;
}

/** From the frame: it listens now, or it has shown a run. */
export type FrameMessage =
  | { readonly type: 'preview-ready' }
  | { readonly type: 'preview-shown'; readonly run: number; readonly removed: RemovedCounts };

type Properties = Readonly<Record<string, unknown>>;
const isObject = (data: unknown): data is Properties => typeof data === 'object' && data !== null;

/** Reads what arrived in the frame; null for anything that is not a whole ShowMessage. */
export function readShowMessage(data: unknown): ShowMessage | null {
  if (!isObject(data) || data['type'] !== 'preview') return null;
  const { run, html } = data;
  return typeof run === 'number' && typeof html === 'string' ? { type: 'preview', run, html } : null;
}

/** Reads what arrived from the frame; counts that are no positive integers are dropped, anything else is null. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (!isObject(data)) return null;
  if (data['type'] === 'preview-ready') return { type: 'preview-ready' };
  const { run, removed } = data;
  if (data['type'] !== 'preview-shown' || typeof run !== 'number' || !isObject(removed)) return null;
  const counts: Partial<Record<RemovedKind, number>> = {};
  for (const kind of removedKinds) {
    const count = Object.hasOwn(removed, kind) ? removed[kind] : 0;
    if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) counts[kind] = count;
  }
  return { type: 'preview-shown', run, removed: counts };
}
