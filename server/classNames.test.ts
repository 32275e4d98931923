import { expect, it } from 'vitest';
import { classNames } from './classNames';

it('gives each class of each file a name of its own, the same one wherever the project lies', () => {
  const here = classNames('/here/');
  const uses = [
    ['bar', 'src/ui/A.module.css'],
    ['icon', 'src/ui/A.module.css'],
    ['bar', 'src/ui/B.module.css'],
  ] as const;
  const names = uses.map(([name, file]) => here(name, `/here/${file}`));
  expect(new Set(names).size).toBe(3);
  expect(names[0]?.slice(0, -1)).toBe(names[1]?.slice(0, -1));
  for (const name of names) expect(name).toMatch(/^[a-z][\w-]+$/);

  const there = classNames('/there/');
  expect(uses.map(([name, file]) => there(name, `/there/${file}`))).toEqual(names);
  expect(here('bar', '/here/src/ui/A.module.css')).toBe(names[0]);
});
