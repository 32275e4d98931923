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

const isPage = (id: string) => id.endsWith('Page.tsx');

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
  /** What import() asks for, here or in what that brings. */
  const asked = (id: string, seen = new Set<string>()): string[] => {
    const fresh = [...closure(id)].filter((module) => !seen.has(module));
    fresh.forEach((module) => seen.add(module));
    return fresh
      .flatMap((module) => graph.getModuleInfo(module)?.dynamicallyImportedIds ?? [])
      .flatMap((next) => (seen.has(next) ? [next] : [next, ...asked(next, seen)]));
  };
  const entry = closure(`${app}/boot.ts`);
  const main = closure(`${app}/main.tsx`);
  const layout = closure(`${app}/AuthenticatedLayout.tsx`, `${app}/loaders.ts`);
  const parts = [...new Set(asked(`${app}/boot.ts`))].map((id) => ({ id, modules: closure(id) }));
  const pages = parts
    .filter(({ id }) => isPage(id))
    .map((page) => ({ ...page, room: basename(dirname(page.id)) }));
  const late = parts.filter(({ id }) => !isPage(id) && !main.has(id) && !layout.has(id));

  const nameLateGroup = (id: string, page?: string): string | null => {
    const users = late.filter(({ modules }) => modules.has(id));
    const isOfFrame = users.some((user) => user.id.includes('/layouts/'));
    if (page) return users.length > 0 && !isOfFrame ? `${basename(page, '.tsx')}-shared` : null;
    if (isOfFrame) return users.length > 1 ? 'frame-late' : null;
    const inForms = users.filter((user) => user.id.includes('/section-form/')).length;
    return inForms > 0 && inForms < users.length ? 'late' : null;
  };

  return (id) => {
    if (entry.has(id)) return null;
    if (vendor.test(id)) return 'react';
    const users = pages.filter(({ modules }) => modules.has(id));
    const isUsedBy = (page: string) => users.some((user) => user.id.endsWith(`/${page}.tsx`));
    const isShared = users.length > 1 || (users.length === 1 && layout.has(id));
    if (main.has(id) || (isShared && isUsedBy('SignInPage'))) return 'app';
    if (layout.has(id)) return 'layout';
    if (!isShared) {
      if (isPage(id)) return null;
      return isUsedBy('EditSectionPage') ? 'section-form' : nameLateGroup(id, users[0]?.id);
    }
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
 * - the name of a room (`section-form`): pages of that room need it, and no other. The parts of the edit page are in its
 *   room's, where they compress better: of the two forms it has less room to spare.
 * - `lists`: all else that several pages need.
 * - `SectionsPage-shared`…: that page needs it, and so do parts that load late, but none of the frame.
 * - `frame-late`: no page needs it, but a late part of the frame and another one, whichever page is open.
 * - `late`: no page needs it, but late parts of the forms and others.
 * What the entry needs stays in it, and what one page or one late part needs is left to the bundler.
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
