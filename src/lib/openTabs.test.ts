import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER_MS, joinOpenTabs } from './openTabs';

/** Channels that hear each other at once, as far as a test needs them. */
function channels() {
  const all = new Set<EventTarget>();
  const words: unknown[] = [];
  const open = () => {
    const target = new EventTarget();
    all.add(target);
    const channel = Object.assign(target, {
      postMessage(data: unknown) {
        words.push(data);
        for (const other of all)
          if (other !== target) other.dispatchEvent(new MessageEvent('message', { data }));
      },
      close: () => void all.delete(target),
    });
    return channel as unknown as BroadcastChannel;
  };
  return { open, words };
}

function tabOf(open: () => BroadcastChannel, tab: string, record = 'section:7') {
  const seen: { others: string[]; saves: number } = { others: [], saves: 0 };
  const tabs = joinOpenTabs(
    open(),
    { record, tab },
    {
      onOthers: (others) => void (seen.others = [...others].map((pair) => pair.join(' '))),
      onSaved: () => void (seen.saves += 1),
    },
  );
  return { ...tabs, seen };
}

describe('the forms that are open in several tabs', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('know of each other until one goes', () => {
    const { open } = channels();
    const a = tabOf(open, 'a');
    const b = tabOf(open, 'b', 'section:8');
    expect(a.seen.others).toEqual(['b section:8']);
    expect(b.seen.others).toEqual(['a section:7']);
    b.close();
    expect(a.seen.others).toEqual([]);
  });

  it('hear of a save of their own record only', () => {
    const { open } = channels();
    const [a, b, c] = [tabOf(open, 'a'), tabOf(open, 'b'), tabOf(open, 'c', 'section:8')];
    a.tellSaved();
    expect([a.seen.saves, b.seen.saves, c.seen.saves]).toEqual([0, 1, 0]);
  });

  it('forget one that no longer answers', () => {
    const { open } = channels();
    const a = tabOf(open, 'a');
    const channel = open();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ type: 'here', record: 'section:7', tab: 'crashed' });
    expect(a.seen.others).toEqual(['crashed section:7']);
    a.refresh();
    vi.advanceTimersByTime(ANSWER_MS);
    expect(a.seen.others).toEqual([]);
  });

  it('say ids and nothing else, and ignore what is no word of theirs', () => {
    const { open, words } = channels();
    const a = tabOf(open, 'a');
    a.tellSaved();
    a.close();
    for (const word of words) expect(Object.keys(word as object).sort()).toEqual(['record', 'tab', 'type']);
    const b = tabOf(open, 'b');
    const channel = open();
    for (const odd of [
      null,
      7,
      {},
      { type: 'here', record: 1, tab: 'x' },
      { type: 'oops', record: 'r', tab: 'x' },
    ]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(odd);
    }
    expect(b.seen.others).toEqual([]);
  });

  it('are each on their own where there is no channel', () => {
    const alone = joinOpenTabs(null, { record: 'r', tab: 't' }, { onOthers: () => {}, onSaved: () => {} });
    expect(() => {
      alone.refresh();
      alone.tellSaved();
      alone.close();
    }).not.toThrow();
  });
});
