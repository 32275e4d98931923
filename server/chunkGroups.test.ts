import { describe, expect, it } from 'vitest';
import { chunkGroups, preloadsFor } from './chunkGroups.ts';

const signIn = 'src/features/sign-in/SignInPage.tsx';
const courses = 'src/features/courses/CoursesPage.tsx';
const sections = 'src/features/section-list/SectionsPage.tsx';
const create = 'src/features/section-form/CreateSectionPage.tsx';
const edit = 'src/features/section-form/EditSectionPage.tsx';

const extras = 'src/features/section-form/formExtras.ts';
const drafts = 'src/layouts/DraftsMenu.tsx';

/** Who imports what, statically; modules that import nothing may be left out. */
const imports: Record<string, readonly string[]> = {
  'src/app/boot.ts': ['src/app/pages.ts', 'src/config.ts'],
  'src/app/main.tsx': ['src/app/routes.tsx', 'src/config.ts'],
  'src/app/routes.tsx': ['src/app/pages.ts', 'src/router.ts'],
  'src/app/AuthenticatedLayout.tsx': ['src/layout.tsx'],
  'src/app/loaders.ts': ['src/session.ts'],
  [signIn]: ['src/session.ts', 'src/Button.tsx', 'src/signIn.ts'],
  [courses]: ['src/Badge.tsx', 'src/lists.ts', 'src/ErrorPanel.tsx'],
  [sections]: [
    'src/Badge.tsx',
    'src/lists.ts',
    'src/ErrorPanel.tsx',
    'src/rule.ts',
    'src/row.ts',
    'src/unfinished.ts',
  ],
  [create]: ['src/Field.tsx', 'src/lists.ts', 'src/Picker.tsx'],
  [edit]: ['src/Field.tsx', 'src/Button.tsx', 'src/ErrorPanel.tsx', 'src/FixedCourse.tsx'],
  'src/saving.ts': ['src/merge.ts', 'src/rule.ts'],
  'src/Field.tsx': ['src/Label.tsx', 'node_modules/react/index.js'],
  'src/Label.tsx': ['src/Field.tsx'],
  [extras]: ['src/merge.ts', 'src/plan.ts', 'src/drafts.ts', 'src/notices.ts'],
  [drafts]: ['src/drafts.ts', 'src/session.ts', 'src/menu.ts', 'src/unfinished.ts'],
  'src/commands.ts': ['src/plan.ts', 'src/run.ts'],
  'src/dialogs.ts': ['src/run.ts', 'src/rule.ts'],
};
const late: Record<string, readonly string[]> = {
  'src/app/pages.ts': [signIn, 'src/saving.ts', courses, sections, create, edit],
  'src/app/boot.ts': ['src/app/main.tsx', 'src/app/AuthenticatedLayout.tsx', 'src/app/loaders.ts'],
  'src/layout.tsx': [drafts],
  [edit]: [extras],
  [sections]: ['src/commands.ts'],
  'src/commands.ts': ['src/dialogs.ts'],
  'src/dialogs.ts': ['src/commands.ts'],
};

const root = '/app/';
const info = (id: string) => {
  const from = (table: typeof imports) => (table[id.slice(root.length)] ?? []).map((path) => root + path);
  return { importedIds: from(imports), dynamicallyImportedIds: from(late) };
};
const groupOf = (id: string) => chunkGroups(root)(root + id, { getModuleInfo: info });

describe('the chunk of a module', () => {
  it.each([
    ['src/app/main.tsx', 'app', 'it is the app'],
    ['src/router.ts', 'app', 'the app needs it on every page'],
    ['src/session.ts', 'app', 'the sign-in page and the loaders share it'],
    ['src/Button.tsx', 'app', 'the sign-in page and the edit page share it'],
    ['src/app/loaders.ts', 'layout', 'every page behind the sign-in needs it'],
    ['src/layout.tsx', 'layout', 'every page behind the sign-in stands in it'],
    ['src/ErrorPanel.tsx', 'layout', 'the edit page and the lists share it'],
    ['src/Field.tsx', 'section-form', 'both forms have it, and no other page'],
    ['src/Label.tsx', 'section-form', 'it is imported by what both forms have, in a circle'],
    ['src/FixedCourse.tsx', 'section-form', 'it is a part of the edit page'],
    ['src/lists.ts', 'lists', 'other pages than the edit page share it'],
    ['src/rule.ts', 'SectionsPage-shared', 'one page needs it, and what comes later'],
    ['src/drafts.ts', 'frame-late', 'it comes later in the frame and in the forms'],
    ['src/plan.ts', 'late', 'it comes later in the forms and elsewhere'],
  ])('%s is “%s”: %s', (id, group) => {
    expect(groupOf(id)).toBe(group);
  });

  it.each([
    ['src/config.ts', 'the entry needs it'],
    ['src/app/pages.ts', 'it is part of the entry'],
    ['src/signIn.ts', 'one page needs it'],
    ['src/row.ts', 'one page needs it'],
    ['src/unfinished.ts', 'one page needs it, and what comes later in the frame of every page'],
    ['src/notices.ts', 'it comes later in the forms alone'],
    ['src/menu.ts', 'it comes later in the frame alone'],
    ['src/run.ts', 'it comes later, and not in the forms'],
    [extras, 'it is asked for as it is'],
    [edit, 'it is a page'],
    ['src/lonely.ts', 'nothing needs it'],
  ])('%s is left to the bundler: %s', (id) => {
    expect(groupOf(id)).toBeNull();
  });

  it('holds React and the router for all', () => {
    for (const name of ['react', 'react-dom', 'scheduler', 'react-router', 'react-router-dom'])
      expect(groupOf(`node_modules/${name}/index.js`)).toBe('react');
    expect(groupOf('node_modules/react-hook-form/index.js')).toBeNull();
  });

  it('is left to the bundler for modules that the graph does not know', () => {
    expect(chunkGroups(root)('/app/src/new.ts', { getModuleInfo: () => null })).toBeNull();
  });
});

describe('the scripts that load together with a wanted one', () => {
  const wanted = [
    'assets/react-a1.js',
    'assets/layout-b2.js',
    'assets/section-form-c3.js',
    'assets/diff-d4.js',
  ];

  it.each([
    ['assets/index-e5.js', wanted, 'the entry has nothing yet'],
    ['assets/SectionsPage-f6.js', wanted.slice(2), 'a page has what every page has'],
    ['assets/EditSectionPage-a7.js', wanted.slice(3), 'a form has the code of forms'],
  ])('of %s: %j, since %s', (host, scripts) => {
    expect(preloadsFor(host, wanted)).toEqual(scripts);
  });
});
