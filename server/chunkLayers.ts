interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const pages = {
  signIn: 'features/sign-in/SignInPage.tsx',
  courses: 'features/courses/CoursesPage.tsx',
  sections: 'features/section-list/SectionsPage.tsx',
  create: 'features/section-form/CreateSectionPage.tsx',
  edit: 'features/section-form/EditSectionPage.tsx',
};
/** Loaded by both forms once they are shown. */
const extras = 'features/section-form/formExtras.ts';
/** Loaded once the page is usable. */
const afterwards = {
  frame: 'layouts/DeferredHeader.tsx',
  orders: 'features/history/orders/OrderNotes.tsx',
};

/** The order in which the app's code is needed. What all roots of a row import statically belongs to its layer. */
const layers: readonly { name: string; roots: readonly string[] }[] = [
  { name: 'boot', roots: ['app/boot.ts'] },
  { name: 'base', roots: ['app/main.tsx'] },
  { name: 'base', roots: ['app/signedIn.tsx', pages.signIn] },
  { name: 'base', roots: [pages.signIn, pages.edit] },
  { name: 'signedIn', roots: ['app/signedIn.tsx'] },
  { name: 'signedIn', roots: [pages.courses, pages.edit] },
  { name: 'signedIn', roots: [pages.sections, pages.edit] },
  { name: 'form', roots: [pages.create, pages.edit] },
  { name: 'lists', roots: [pages.create, pages.sections] },
  { name: 'creating', roots: [pages.create, extras] },
  { name: 'lists', roots: [pages.sections, extras] },
  { name: 'drafts', roots: [pages.create, afterwards.frame] },
  { name: 'afterwards', roots: [afterwards.frame, extras] },
  { name: 'afterwards', roots: [extras, afterwards.orders] },
];

const vendor = /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom)\//;

/**
 * Names the chunk of a module: a few larger ones instead of many small ones, since text compresses better together and
 * each chunk costs an entry in the loading table of those that import it. A module belongs to the first layer that
 * needs it; what no layer needs is left to the bundler.
 * @param root the project's folder, with a slash at its end
 */
export function chunkLayers(root: string): (id: string, graph: ModuleGraph) => string | null {
  let reached: readonly { name: string; isReached: (id: string) => boolean }[] | null = null;

  const closure = (entry: string, graph: ModuleGraph): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (id: string) => {
      if (found.has(id)) return;
      found.add(id);
      graph.getModuleInfo(id)?.importedIds.forEach(visit);
    };
    visit(`${root}src/${entry}`);
    return found;
  };

  return (id, graph) => {
    if (vendor.test(id)) return 'react';
    reached ??= layers.map(({ name, roots }) => {
      const sets = roots.map((entry) => closure(entry, graph));
      const isRoot = new Set(roots.map((entry) => `${root}src/${entry}`));
      // A root is an entry of its own: in a shared chunk it would lose its exports to the chunk's.
      return { name, isReached: (module) => !isRoot.has(module) && sets.every((set) => set.has(module)) };
    });
    return reached.find(({ isReached }) => isReached(id))?.name ?? null;
  };
}
