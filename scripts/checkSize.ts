import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UsageError } from '../server/usageError';
import { pageNames } from '../src/paths';
import { type Manifest, measurePages, type PageSize } from './sizeGraph';
import { pageBudgets } from './sizePages';

/** The manifest of the build in `directory`. @throws UsageError when there is none. */
export function readManifest(directory: string): Manifest {
  const file = join(directory, '.vite', 'manifest.json');
  if (!existsSync(file))
    throw new UsageError(`There is no build in ${directory}: run “npm run build” first.`);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** Measures the pages of the build in `directory`. @throws UsageError when there is none, or one without a page. */
export function readSizes(directory: string): PageSize[] {
  const manifest = readManifest(directory);
  const budgets = pageBudgets(manifest);
  if (budgets.length !== pageNames.length)
    throw new UsageError(`The build has ${budgets.length} pages, src/paths.ts ${pageNames.length}.`);
  const sizes = new Map<string, number>();
  return measurePages(manifest, budgets, (file) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(directory, file))).length;
    sizes.set(file, size);
    return size;
  });
}
