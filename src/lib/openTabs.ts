/** What one open form tells the others: ids only, never what it holds. */
interface Word {
  readonly type: 'who' | 'here' | 'gone' | 'saved';
  readonly record: string;
  readonly tab: string;
}

export interface OpenTabs {
  /** Asks who is there, and forgets those who do not answer in time. */
  refresh(): void;
  /** Tells the others that the record was saved here. */
  tellSaved(): void;
  close(): void;
}

export interface TabsListener {
  /** The other open forms changed: each one's id, and what it edits. */
  onOthers(others: ReadonlyMap<string, string>): void;
  /** Another tab saved the same record. */
  onSaved(): void;
}

/** How long another tab may take to answer, in milliseconds. */
export const ANSWER_MS = 250;

function readWord(data: unknown): Word | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, record, tab } = data as Partial<Record<keyof Word, unknown>>;
  if (typeof record !== 'string' || typeof tab !== 'string') return null;
  return type === 'who' || type === 'here' || type === 'gone' || type === 'saved'
    ? { type, record, tab }
    : null;
}

/**
 * Knows which forms are open in the other tabs of this browser. Without BroadcastChannel every tab is on its own.
 * @param self what this form edits, and an id of its own
 */
export function joinOpenTabs(
  channel: BroadcastChannel | null,
  self: { readonly record: string; readonly tab: string },
  listener: TabsListener,
): OpenTabs {
  const others = new Map<string, string>();
  let silent = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A channel of one origin has no target to name, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (type: Word['type']) => channel?.postMessage({ type, ...self });
  const tell = () => listener.onOthers(new Map(others));

  const handleMessage = ({ data }: MessageEvent<unknown>) => {
    const word = readWord(data);
    if (!word) return;
    silent.delete(word.tab);
    if (word.type === 'who') post('here');
    if (word.type === 'saved' && word.record === self.record) listener.onSaved();
    const isKnown = others.get(word.tab) === word.record;
    if (word.type === 'gone') others.delete(word.tab);
    else others.set(word.tab, word.record);
    if (isKnown === (word.type === 'gone')) tell();
  };
  channel?.addEventListener('message', handleMessage);

  const dropSilent = () => {
    for (const tab of silent) others.delete(tab);
    if (silent.size > 0) tell();
  };
  const refresh = () => {
    clearTimeout(timer);
    silent = new Set(others.keys());
    timer = setTimeout(dropSilent, ANSWER_MS);
    post('who');
  };
  refresh();

  return {
    refresh,
    tellSaved: () => post('saved'),
    close() {
      clearTimeout(timer);
      post('gone');
      channel?.removeEventListener('message', handleMessage);
      channel?.close();
    },
  };
}

/** The channel of the open forms; null where there is none. */
export function openTabsChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('nexudus-sections.open');
  } catch {
    return null;
  }
}
