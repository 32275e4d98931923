import { describe, expect, it } from 'vitest';
import { removedText } from './removedText';

describe('what the preview leaves out', () => {
  it('is counted by kind, in words', () => {
    expect(removedText({ embed: 1, script: 1 })).toBe('Not shown in the preview: 1 script, 1 embed');
    expect(removedText({ handler: 1200, form: 2, image: 1 })).toBe(
      'Not shown in the preview: 1,200 scripted attributes, 2 form controls, 1 image',
    );
  });

  it('is not mentioned when it is nothing', () => {
    expect(removedText({})).toBeNull();
    expect(removedText({ script: 0 })).toBeNull();
  });
});
