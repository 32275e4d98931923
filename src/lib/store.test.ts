import { describe, expect, it, vi } from 'vitest';
import { createStore } from './store';

describe('a store', () => {
  it('tells every listener that the value changed', () => {
    const store = createStore(1);
    const listeners = [vi.fn<() => void>(), vi.fn<() => void>()];
    for (const listener of listeners) store.subscribe(listener);
    store.set(2);
    expect(store.getSnapshot()).toBe(2);
    for (const listener of listeners) expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells nobody when the value is the same', () => {
    const store = createStore<object | null>(null);
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    store.set(null);
    expect(listener).not.toHaveBeenCalled();
  });

  it('forgets a listener, also while listeners are being told', () => {
    const store = createStore(1);
    const last = vi.fn<() => void>();
    const unsubscribe = store.subscribe(() => unsubscribe());
    store.subscribe(last);
    store.set(2);
    store.set(3);
    expect(last).toHaveBeenCalledTimes(2);
  });
});
