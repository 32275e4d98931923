import { expect, test, vi } from 'vitest';
import { onFirstUse } from './onFirstUse';

test('it is called at the first sign of use, and only once', () => {
  const page = new EventTarget();
  const callback = vi.fn<() => void>();
  onFirstUse(callback, page);
  expect(callback).not.toHaveBeenCalled();
  page.dispatchEvent(new Event('keydown'));
  page.dispatchEvent(new Event('pointerdown'));
  expect(callback).toHaveBeenCalledTimes(1);
});

test('a wish that was taken back is not met', () => {
  const page = new EventTarget();
  const callback = vi.fn<() => void>();
  onFirstUse(callback, page)();
  page.dispatchEvent(new Event('input'));
  expect(callback).not.toHaveBeenCalled();
});
