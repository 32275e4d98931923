import type { PageBudget } from './sizePages';

/** The part of Vite's manifest that is used here. */
interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestChunk>>;

export interface PageSize extends PageBudget {
  readonly scriptBytes: number;
  readonly styleBytes: number;
  /** What is wrong: a chunk that is not there, a size over its budget. */
  readonly problems: readonly string[];
}

export interface PageFiles {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** Chunks that the build does not have. */
  readonly missing: readonly string[];
}

/** The files of some chunks, by source or by name, and of all that these import statically, each once. */
export function filesOfPage(manifest: Manifest, chunks: readonly string[]): PageFiles {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const seen = new Set<string>();
  const keyOf = (name: string) =>
    manifest[name] ? name : Object.keys(manifest).find((key) => manifest[key]?.name === name);
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    (chunk.file.endsWith('.css') ? styles : scripts).add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    chunk.imports?.forEach(visit);
  };
  const missing = chunks.filter((name) => keyOf(name) === undefined);
  chunks.forEach((name) => visit(keyOf(name) ?? name));
  return { scripts, styles, missing };
}

const kilobytes = (bytes: number) => bytes / 1024;

/** The sizes of every page, and what is wrong with them. `sizeOf` gives a file's bytes after gzip. */
export function measurePages(
  manifest: Manifest,
  budgets: readonly PageBudget[],
  sizeOf: (file: string) => number,
): PageSize[] {
  const sum = (files: ReadonlySet<string>) => [...files].reduce((bytes, file) => bytes + sizeOf(file), 0);
  return budgets.map((budget) => {
    const { scripts, styles, missing } = filesOfPage(manifest, budget.chunks);
    const scriptBytes = sum(scripts);
    const styleBytes = sum(styles);
    const problems = missing.map((chunk) => `no chunk ${chunk} in the build`);
    if (kilobytes(scriptBytes) > budget.scriptKb) problems.push(`scripts over ${budget.scriptKb} kB`);
    if (kilobytes(styleBytes) > budget.styleKb) problems.push(`styles over ${budget.styleKb} kB`);
    return { ...budget, scriptBytes, styleBytes, problems };
  });
}

const format = (bytes: number, budgetKb: number) =>
  `${kilobytes(bytes).toFixed(1)} of ${budgetKb} kB`.padStart(18);

/** The sizes as lines of text. */
export function sizeTable(sizes: readonly PageSize[]): string {
  const rows = sizes.map(({ page, scriptBytes, scriptKb, styleBytes, styleKb, problems }) => {
    const row = `  ${page.padEnd(18)}${format(scriptBytes, scriptKb)}${format(styleBytes, styleKb)}`;
    return problems.length === 0 ? row : `${row}   ${problems.join('; ')}`;
  });
  return [
    `  ${'page'.padEnd(18)}${'scripts, gzip'.padStart(18)}${'styles, gzip'.padStart(18)}`,
    ...rows,
  ].join('\n');
}
