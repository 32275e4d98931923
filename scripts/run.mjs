// Runs a TypeScript file on any Node from 20.19 (which cannot run .ts by itself) with the bundler that is here anyway.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file] = process.argv.splice(2, 1);
if (!file) {
  process.stderr.write('usage: node scripts/run.mjs FILE.ts [arguments]\n');
  process.exit(2);
}
await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
