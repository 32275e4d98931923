import { describe, expect, it } from 'vitest';
import { collectProblems, messagesOf } from './problems';

const ids = { title: 't', order: 'o' };
const server = new Map([['title' as const, ['Title is too long', 'Enter a title']]]);

describe('the list of problems', () => {
  it('follows the order of the screen, each message with the way to its control', () => {
    const own = { order: { message: 'Enter a number' }, title: { message: 'Enter a title' } };
    expect(collectProblems(ids, own, server, [{ text: 'Course is archived', targetId: 'f' }])).toEqual([
      { text: 'Enter a title', targetId: 't' },
      { text: 'Title is too long', targetId: 't' },
      { text: 'Enter a number', targetId: 'o' },
      { text: 'Course is archived', targetId: 'f' },
    ]);
  });

  it('shows a finding about the form as a whole too', () => {
    expect(collectProblems(ids, { '': { message: 'Too much' } }, new Map(), [])).toEqual([
      { text: 'Too much', targetId: '' },
    ]);
  });
});

describe('the messages of a field', () => {
  it('say each thing once, ours first', () => {
    expect(messagesOf('title', { title: { message: 'Enter a title' } }, server)).toEqual([
      'Enter a title',
      'Title is too long',
    ]);
    expect(messagesOf('order', {}, server)).toEqual([]);
  });
});
