import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrameMessage, readShowMessage } from './messages';

describe('messages between the app and its preview frame', () => {
  it('carry the HTML to the frame unchanged', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: 'binary' }), (run, html) => {
        expect(readShowMessage({ type: 'preview', run, html })).toEqual({ type: 'preview', run, html });
      }),
    );
  });

  it('are ignored by the frame when they are anything else', () => {
    for (const data of [
      null,
      'preview',
      7,
      [],
      {},
      { type: 'preview' },
      { type: 'preview', run: 1, html: 1 },
    ]) {
      expect(readShowMessage(data)).toBeNull();
    }
  });

  it('bring back counts of known kinds only', () => {
    const removed = { script: 2, embed: 0, image: -1, form: 1.5, link: '3', constructor: 9, handler: 1 };
    expect(readFrameMessage({ type: 'preview-shown', run: 4, removed })).toEqual({
      type: 'preview-shown',
      run: 4,
      removed: { script: 2, handler: 1 },
    });
  });

  it('never throw in the app, whatever a frame sends', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const message = readFrameMessage(data);
        expect(message === null || message.type.startsWith('preview-')).toBe(true);
      }),
    );
  });
});
