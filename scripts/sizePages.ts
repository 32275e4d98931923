import type { Manifest } from './sizeGraph';

/** One page and what its first visit may cost. */
export interface PageBudget {
  readonly page: string;
  /**
   * The chunks that have to be there before the page is usable, by their source or by their name; what they import
   * statically comes with them. Not among them: what a person asks for, and what comes after the page's first render.
   */
  readonly chunks: readonly string[];
  /** All scripts of the first visit, kB (1024 bytes) after gzip. */
  readonly scriptKb: number;
  /** All styles of the first visit, likewise. */
  readonly styleKb: number;
}

const STYLE_KB = 10;
/** The script of a page without a line of its own below. */
const SCRIPT_KB = 160;
const scriptKbs: Readonly<Record<string, number>> = {
  SignInPage: 115,
  EditSectionPage: 148,
  CreateSectionPage: 175,
};

/** Every page of the build: the pages of src/app/pages.ts are the dynamic imports that end in “Page.tsx”. */
export function pageBudgets(manifest: Manifest): PageBudget[] {
  const sources = Object.keys(manifest).filter((key) => /\/\w+Page\.tsx$/.test(key));
  return sources.map((source) => {
    const page = source.replace(/^.*\/|\.tsx$/g, '');
    // server/chunkGroups.ts: the sign-in page is the only one outside the layout.
    const shared = page === 'SignInPage' ? ['index.html', 'app'] : ['index.html', 'app', 'layout'];
    return { page, chunks: [...shared, source], scriptKb: scriptKbs[page] ?? SCRIPT_KB, styleKb: STYLE_KB };
  });
}
