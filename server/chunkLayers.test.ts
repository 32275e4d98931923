import { describe, expect, it } from 'vitest';
import { chunkLayers } from './chunkLayers.ts';

const root = '/app/';
const page = (name: string) => `src/features/${name}.tsx`;
const signIn = page('sign-in/SignInPage');
const courses = page('courses/CoursesPage');
const sections = page('sections/SectionsPage');
const create = page('sections/CreateSectionPage');
const edit = page('sections/EditSectionPage');
const saving = 'src/features/section-form/formExtras.ts';

/** Who imports what, statically; modules that import nothing may be left out. */
const imports: Record<string, readonly string[]> = {
  'src/app/boot.ts': ['src/config.ts'],
  'src/app/main.tsx': ['src/app/routes.tsx', 'src/config.ts'],
  'src/app/routes.tsx': ['src/paths.ts'],
  'src/app/signedIn.tsx': ['src/frame.tsx', 'src/session.ts', 'src/paths.ts'],
  [signIn]: ['src/session.ts', 'src/Button.tsx', 'src/signIn.ts'],
  [courses]: ['src/Badge.tsx', 'src/records.ts', 'src/ErrorPanel.tsx'],
  [sections]: ['src/Badge.tsx', 'src/records.ts', 'src/ErrorPanel.tsx', 'src/title.ts', 'src/rule.ts'],
  [create]: ['src/Field.tsx', 'src/records.ts', 'src/Picker.tsx', 'src/numbers.ts'],
  [edit]: ['src/Field.tsx', 'src/Button.tsx', 'src/ErrorPanel.tsx', 'src/title.ts', 'src/FixedCourse.tsx'],
  [saving]: ['src/merge.ts', 'src/rule.ts', 'src/numbers.ts'],
  'src/Field.tsx': ['src/Label.tsx', '/app/node_modules/react/index.js'],
  'src/Label.tsx': ['src/Field.tsx'],
};

const absolute = (id: string) => (id.startsWith('/') ? id : root + id);
const graph = {
  getModuleInfo: (id: string) => ({ importedIds: (imports[id.slice(root.length)] ?? []).map(absolute) }),
};
const layerOf = (id: string) => chunkLayers(root)(absolute(id), graph);

describe('the chunk of a module', () => {
  it.each([
    ['src/config.ts', 'boot', 'the entry needs it, whoever else does'],
    ['src/app/routes.tsx', 'base', 'the app needs it on every page'],
    ['src/paths.ts', 'base', 'it is imported by what every page needs'],
    ['src/session.ts', 'base', 'the sign-in page and the pages behind it share it'],
    ['src/Button.tsx', 'base', 'the sign-in page and the edit page share it'],
    ['src/frame.tsx', 'signedIn', 'every page behind the sign-in stands in it'],
    ['src/ErrorPanel.tsx', 'signedIn', 'the courses and the edit page share it'],
    ['src/title.ts', 'signedIn', 'the sections and the edit page share it'],
    ['src/Field.tsx', 'form', 'both forms have it'],
    ['src/Label.tsx', 'form', 'it is imported by what both forms have, in a circle'],
    ['src/records.ts', 'lists', 'the new section and the sections read lists'],
    ['src/numbers.ts', 'creating', 'the new section and saving share it'],
    ['src/rule.ts', 'lists', 'the sections and saving share it'],
  ])('%s is “%s”: %s', (id, layer) => {
    expect(layerOf(id)).toBe(layer);
  });

  it.each(['src/signIn.ts', 'src/Picker.tsx', 'src/FixedCourse.tsx', 'src/merge.ts', 'src/lonely.ts'])(
    '%s, of one page or of none, is left to the bundler',
    (id) => {
      expect(layerOf(id)).toBeNull();
    },
  );

  it.each([
    'src/app/boot.ts',
    'src/app/main.tsx',
    'src/app/signedIn.tsx',
    signIn,
    courses,
    sections,
    create,
    edit,
    saving,
  ])('%s, an entry, is one of its own', (id) => {
    expect(layerOf(id)).toBeNull();
  });

  it('holds React and the router for all', () => {
    for (const name of ['react', 'react-dom', 'scheduler', 'react-router', 'react-router-dom'])
      expect(layerOf(`node_modules/${name}/index.js`)).toBe('react');
    expect(layerOf('node_modules/react-hook-form/index.js')).toBeNull();
  });

  it('stays unnamed for modules that the graph does not know', () => {
    expect(chunkLayers(root)('/app/src/new.ts', { getModuleInfo: () => null })).toBeNull();
  });
});
