import { describe, expect, it } from 'vitest';
import { ApiError } from './errors';
import { settle, settleAny } from './result';

const refused = new ApiError({ kind: 'refused', outcome: 'refused' });
const bug = new TypeError('bug');

describe.each([
  ['settle', settle],
  ['settleAny', settleAny],
])('%s', (_name, settled) => {
  it('gives the value of a call', async () => {
    expect(await settled(Promise.resolve(7))).toBe(7);
  });

  it('gives the very error of a call that the service failed', async () => {
    expect(await settled(Promise.reject(refused))).toBe(refused);
  });
});

it('leaves a fault of the app to its caller', async () => {
  await expect(settle(Promise.reject(bug))).rejects.toBe(bug);
});

it('takes a fault of the app for an answer that nobody knows, where the fate of a write is at stake', async () => {
  expect(await settleAny(Promise.reject(bug))).toMatchObject({
    kind: 'unreadable',
    outcome: 'unknown',
    cause: bug,
  });
});
