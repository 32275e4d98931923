import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from './command';

const root = fileURLToPath(new URL('..', import.meta.url));
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Its words when it ends at once, as it does where it cannot start; in a folder without a build. */
async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const command = [join(root, 'scripts/run.mjs'), join(root, 'scripts/start.ts'), ...args];
  const { ok, output } = await runCommand('node', command, {
    output: 'keep',
    cwd: emptyFolder(),
    timeoutMs: 25_000,
    env: { SANDBOX_STORAGE: 'memory', NEXUDUS_URL: '', PORT: '', ...env },
  });
  return { ok, output: output.trim() };
}

describe('npm start says what is in its way before it builds, in words alone', () => {
  it('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    endings.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    expect(await start(['--port', String(port)])).toEqual({
      ok: false,
      output: `Port ${port} is taken by another program.`,
    });
  });

  it('data that cannot be used', async () => {
    const directory = emptyFolder();
    writeFileSync(join(directory, 'default.db'), 'not a database at all '.repeat(100));
    const { ok, output } = await start([], { SANDBOX_STORAGE: directory });
    expect(ok).toBe(false);
    expect(output).toMatch(/^The sandbox cannot use .*default\.db: file is not a database\.\n.*--reset/);
    expect(output).not.toMatch(/Building|^\s+at /m);
  });
});
