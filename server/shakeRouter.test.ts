import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markPure } from './shakeRouter.ts';

it('marks what only makes a component, and takes the names for developer tools away', () => {
  const code = [
    'var Form = React10.forwardRef(',
    '  (props, ref) => ref',
    ');',
    'Form.displayName = "Form";',
    'var Context = React.createContext(null);',
    'const made = React.createElement("p");',
    '    inner.displayName = "fetcher.Form";',
  ];
  expect(markPure(code.join('\n')).split('\n')).toEqual([
    'var Form = /* @__PURE__ */ React10.forwardRef(',
    '  (props, ref) => ref',
    ');',
    '',
    'var Context = /* @__PURE__ */ React.createContext(null);',
    'const made = React.createElement("p");',
    '    inner.displayName = "fetcher.Form";',
  ]);
});

it('still finds both in the installed router', () => {
  const folder = 'node_modules/react-router/dist/production';
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const code = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
  const marked = markPure(code);
  expect(marked).toMatch(/var Form = \/\* @__PURE__ \*\/ React/);
  expect(code).toMatch(/^Form\.displayName/m);
  expect(marked).not.toMatch(/^Form\.displayName/m);
});
