// npm run build, then: node scripts/run.mjs bench/sizes.ts — what each page's first visit loads, the largest first.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readManifest } from '../scripts/checkSize';
import { runMain } from '../scripts/runMain';
import { filesOfPage } from '../scripts/sizeGraph';
import { pageBudgets } from '../scripts/sizePages';

function measure(file: string) {
  const bytes = readFileSync(`dist/${file}`);
  return { file, raw: bytes.length, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
}

const kb = (bytes: number) => (bytes / 1024).toFixed(1).padStart(8);

await runMain(() => {
  const manifest = readManifest('dist');
  for (const { page, chunks } of pageBudgets(manifest)) {
    const { scripts, styles } = filesOfPage(manifest, chunks);
    const files = [...scripts, ...styles].map(measure).sort((a, b) => b.gzip - a.gzip);
    console.log(`\n${page}: kB raw, gzip, brotli`);
    for (const { file, raw, gzip, brotli } of files)
      console.log(`${kb(raw)}${kb(gzip)}${kb(brotli)}  ${file}`);
  }
  return true;
});
