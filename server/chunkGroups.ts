import { basename, dirname } from 'node:path/posix';

interface ModuleInfo {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

interface ModuleGraph {
  getModuleInfo(id: string): ModuleInfo | null;
}

const vendor = /\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom)\//;

type NameGroup = (id: string) => string | null;

function planGroups(app: string, graph: ModuleGraph): NameGroup {
  const closure = (...entries: string[]): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (id: string) => {
      if (found.has(id)) return;
      found.add(id);
      graph.getModuleInfo(id)?.importedIds.forEach(visit);
    };
    entries.forEach(visit);
    return found;
  };
  const entry = closure(`${app}/boot.ts`);
  const main = closure(`${app}/main.tsx`);
  const layout = closure(`${app}/AuthenticatedLayout.tsx`, `${app}/loaders.ts`);
  const imported = graph.getModuleInfo(`${app}/pages.ts`)?.dynamicallyImportedIds ?? [];
  const pages = imported
    .filter((id) => id.endsWith('Page.tsx'))
    .map((id) => ({ id, room: basename(dirname(id)), modules: closure(id) }));

  return (id) => {
    if (entry.has(id)) return null;
    if (vendor.test(id)) return 'react';
    const users = pages.filter(({ modules }) => modules.has(id));
    const isUsedBy = (page: string) => users.some((user) => user.id.endsWith(`/${page}.tsx`));
    const isShared = users.length > 1 || (users.length === 1 && layout.has(id));
    if (main.has(id) || (isShared && isUsedBy('SignInPage'))) return 'app';
    if (layout.has(id)) return 'layout';
    if (!isShared) return null;
    const [room, otherRoom] = new Set(users.map((user) => user.room));
    if (room !== undefined && otherRoom === undefined) return room;
    return isUsedBy('EditSectionPage') ? 'layout' : 'lists';
  };
}

/**
 * Names the chunk of a module. Left alone, the bundler makes a chunk for every set of pages that share something: text
 * compresses worse in small pieces, and each costs an entry in the loading table of those that import it. So what several
 * pages share goes into few chunks, each named for the first of these that holds:
 * - `app`: every page needs it, or the sign-in page and another.
 * - `layout`: every page behind the sign-in needs it, or the edit page, which has the least room, and a page of another
 *   room: whoever edits came by a list.
 * - the name of a room (`section-form`): pages of that room need it, and no other.
 * - `lists`: all else that several pages need.
 * What the entry needs stays in it, and what one page needs is left to the bundler.
 * @param root the project's folder, with forward slashes and one at its end
 */
export function chunkGroups(root: string): (id: string, graph: ModuleGraph) => string | null {
  let nameGroup: NameGroup | null = null;
  return (id, graph) => (nameGroup ??= planGroups(`${root}src/app`, graph))(id);
}

/** Everybody behind the entry has these by the time anything else is asked for. */
const always = /\/(?:rolldown-runtime|index|react|app|layout)-[^/]*$/;
const formChunk = /\/section-form-[^/]*$/;
const withForm = /\/(?:section-form|EditSectionPage|CreateSectionPage)-[^/]*$/;

/**
 * The scripts that a chunk names, so that they load together with one that it asks for. What is there already need not
 * be named, and costs bytes in each list.
 * @param host the chunk that asks, @param scripts all that the wanted one imports
 */
export function preloadsFor(host: string, scripts: readonly string[]): string[] {
  if (host.includes('/index-')) return [...scripts];
  return scripts.filter((file) => !always.test(file) && !(withForm.test(host) && formChunk.test(file)));
}
