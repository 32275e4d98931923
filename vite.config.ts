/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, normalizePath, type Plugin, type ProxyOptions, type UserConfig } from 'vite';
import { storageFrom } from './sandbox/storage.ts';
import { sandboxApi } from './sandbox/vitePlugin.ts';
import { appHeaders } from './server/appHeaders.ts';
import { classNames } from './server/classNames.ts';
import { chunkGroups, preloadsFor } from './server/chunkGroups.ts';
import { preloadLinks } from './server/preloadLinks.ts';
import { previewPage } from './server/previewPage.ts';
import { serviceProxy } from './server/serviceProxy.ts';

const root = normalizePath(fileURLToPath(new URL('.', import.meta.url)));

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

/** What answers /api: the service behind NEXUDUS_URL, or the sandbox. */
function apiServer(env: NodeJS.ProcessEnv): { plugins: Plugin[]; proxy?: Record<string, ProxyOptions> } {
  if (env['NEXUDUS_URL']) return { plugins: [], proxy: serviceProxy(env['NEXUDUS_URL']) };
  return { plugins: [sandboxApi({ storage: storageFrom(env, root) })] };
}

/** Its package has no condition for these: plain imports lead to the development build (decision 017). */
const routerForProduction = [
  { find: /^react-router$/, replacement: `${root}node_modules/react-router/dist/production/index.mjs` },
  {
    find: /^react-router\/dom$/,
    replacement: `${root}node_modules/react-router/dist/production/dom-export.mjs`,
  },
];

export default defineConfig(({ command, mode }): UserConfig => {
  const isServing = command === 'serve' && mode !== 'test';
  const api = isServing ? apiServer(process.env) : { plugins: [] };
  const proxy = 'proxy' in api && api.proxy ? { proxy: api.proxy } : {};
  return {
    root,
    define: { APP_VERSION: JSON.stringify(version) },
    resolve: { alias: command === 'build' ? routerForProduction : [] },
    plugins: [react(), appHeaders(), preloadLinks(), previewPage(), ...api.plugins],
    css: { modules: { generateScopedName: command === 'build' ? classNames(root) : '[name]_[local]' } },
    server: { host: '127.0.0.1', ...proxy },
    // No other origin may read anything.
    preview: { host: '127.0.0.1', port: 4173, cors: false, ...proxy },
    build: {
      // Below these, light-dark() would be rewritten into something larger that works worse.
      target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
      // A data: URL would be refused by font-src 'self' and script-src 'self'.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, scripts, { hostId }) => preloadsFor(hostId, scripts),
      },
      // Beside the files but not named in them: for reading a reported stack, at no cost to the pages.
      sourcemap: 'hidden',
      // Read by scripts/size.ts and bench/.
      manifest: true,
      rolldownOptions: {
        // On a slow machine it would be all that `npm start` says of the build.
        checks: { pluginTimings: false },
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: chunkGroups(root), debugName: 'chunkGroups' }],
          },
        },
      },
    },
    test: {
      environment: 'node',
      testTimeout: 30_000,
      // One less by default, which on two cores is one.
      maxWorkers: '100%',
      restoreMocks: true,
      projects: [
        // Files share what they import, which halves the time. A file that mocks modules would mock them for others, too.
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['src/**/*.test.ts'],
            exclude: ['**/*.mocked.test.ts'],
            isolate: false,
          },
        },
        {
          extends: true,
          // The second sets up a browser of its own for each file.
          test: { name: 'mocked', include: ['src/**/*.mocked.test.ts', 'e2e/other-servers/*.test.ts'] },
        },
        {
          extends: true,
          test: {
            name: 'sandbox',
            include: ['{sandbox,server,scripts,deploy,bench,e2e}/**/*.test.ts'],
            exclude: ['e2e/other-servers/**'],
            isolate: false,
          },
        },
      ],
    },
  };
});
