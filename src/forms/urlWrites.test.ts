import { expect, it } from 'vitest';
import { receive, type UrlWrites, write } from './urlWrites';

const isSame = (a: string, b: string) => a === b;
const opened: UrlWrites<string> = { latest: '', underWay: [] };

it('takes an own address for no change, also one that comes after a later choice', () => {
  let writes = write(write(opened, 'la'), 'laser');
  for (const value of ['la', 'laser']) {
    const received = receive(writes, value, isSame);
    expect(received.isFromElsewhere).toBe(false);
    writes = received.writes;
  }
  expect(writes).toEqual({ latest: 'laser', underWay: [] });
});

it('waits no more for earlier ones when a later one has come', () => {
  const { writes } = receive(write(write(opened, 'la'), 'laser'), 'laser', isSame);
  expect(writes).toEqual({ latest: 'laser', underWay: [] });
  expect(receive(writes, 'la', isSame).isFromElsewhere).toBe(true);
});

it('tells a change from elsewhere, which ends what was under way', () => {
  const received = receive(write(opened, 'laser'), 'yoga', isSame);
  expect(received).toEqual({ writes: { latest: 'yoga', underWay: [] }, isFromElsewhere: true });
});

it('takes what the URL already held for no change', () => {
  expect(receive(opened, '', isSame)).toEqual({ writes: opened, isFromElsewhere: false });
});
