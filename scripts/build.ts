import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, runCommand, tool } from './command';

/** Builds the app for production into dist/. */
export const buildApp = (): Promise<CommandResult> =>
  runCommand(tool('vite'), ['build', '--logLevel', 'warn'], { output: 'show', timeoutMs: 300_000 });

const sources = [
  'src',
  'public',
  'server',
  'index.html',
  'preview.html',
  'vite.config.ts',
  'package-lock.json',
];

function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stats.mtimeMs,
  );
}

/** Whether dist/ is missing or older than what it is made of. */
export function isBuildStale(directory = 'dist', inputs: readonly string[] = sources): boolean {
  const manifest = join(directory, '.vite', 'manifest.json');
  if (!existsSync(manifest)) return true;
  const built = statSync(manifest).mtimeMs;
  return inputs.some((input) => existsSync(input) && newestChange(input) > built);
}
