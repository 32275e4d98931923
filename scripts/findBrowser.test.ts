import { describe, expect, it } from 'vitest';
import type { CommandResult } from './command';
import { type BrowserWorld, findBrowser } from './findBrowser';

interface Machine {
  /** Paths of browsers that start; `own` is Playwright's. */
  starts?: readonly string[];
  exists?: readonly string[];
  env?: Record<string, string>;
  isRoot?: boolean;
  /** What an installation makes startable: by its program. */
  installs?: Readonly<Record<string, string>>;
}

function machine({ starts = [], exists = starts, env = {}, isRoot = false, installs = {} }: Machine) {
  const working = new Set(starts);
  const said: string[] = [];
  const ran: string[] = [];
  const world: BrowserWorld = {
    env: { PATH: '/usr/bin:/opt/bin', ...env },
    isRoot,
    exists: (path) => exists.includes(path) || working.has(path),
    tryLaunch: (path = 'own') => Promise.resolve(working.has(path) ? null : 'does not start'),
    run: (program, args): Promise<CommandResult> => {
      const command = [program.replace(/.*[\\/]/, ''), ...args].join(' ');
      ran.push(command);
      const installed = installs[command];
      if (installed !== undefined) working.add(installed);
      const problem = installed === undefined ? 'refused' : null;
      return Promise.resolve({ ok: problem === null, output: '', seconds: 0, problem });
    },
    say: (line) => said.push(line),
  };
  return { world, said, ran };
}

const download = 'playwright install chromium';
const aptShell = 'apt-get install -y --no-install-recommends chromium-headless-shell';
const apt = 'apt-get install -y --no-install-recommends chromium';

describe('the browser for the tests', () => {
  it('is the one that CHROMIUM_PATH names', async () => {
    const { world, said } = machine({ env: { CHROMIUM_PATH: '/my/chrome' }, starts: ['/my/chrome', 'own'] });
    expect(await findBrowser(world)).toBe('/my/chrome');
    expect(said).toEqual(['Browser: /my/chrome (CHROMIUM_PATH)']);
  });

  it('is no other when the one of CHROMIUM_PATH does not start', async () => {
    const { world } = machine({ env: { CHROMIUM_PATH: '/my/chrome' }, starts: ['own', '/usr/bin/chromium'] });
    await expect(findBrowser(world)).rejects.toThrow('/my/chrome, which does not start');
  });

  it('is Playwright’s own when that starts', async () => {
    const { world, ran } = machine({ starts: ['own', '/usr/bin/chromium'] });
    expect(await findBrowser(world)).toBeUndefined();
    expect(ran).toEqual([]);
  });

  it('is one of the system otherwise, and one that starts', async () => {
    const { world, ran } = machine({ exists: ['/usr/bin/chromium'], starts: ['/opt/bin/google-chrome'] });
    expect(await findBrowser(world)).toBe('/opt/bin/google-chrome');
    expect(ran).toEqual([]);
  });

  it('is downloaded when there is none, and one line says so', async () => {
    const { world, said } = machine({ installs: { [download]: 'own' } });
    expect(await findBrowser(world)).toBeUndefined();
    expect(said).toHaveLength(1);
  });

  it('comes from apt-get where the download is refused and this is root', async () => {
    const found = machine({
      isRoot: true,
      exists: ['/usr/bin/apt-get'],
      installs: { [aptShell]: '/usr/bin/chromium-headless-shell' },
    });
    expect(await findBrowser(found.world)).toBe('/usr/bin/chromium-headless-shell');
    expect(found.ran).toEqual([download, 'apt-get update', aptShell]);
  });

  it('is the whole browser where the shell alone is not to be had', async () => {
    const found = machine({
      isRoot: true,
      exists: ['/usr/bin/apt-get'],
      installs: { [apt]: '/usr/bin/chromium' },
    });
    expect(await findBrowser(found.world)).toBe('/usr/bin/chromium');
    expect(found.ran).toEqual([download, 'apt-get update', aptShell, apt]);
  });

  it.each([
    ['not root', { isRoot: false, exists: ['/usr/bin/apt-get'] }],
    ['there is no apt-get', { isRoot: true, exists: [] }],
  ])('is not asked of apt-get when %s', async (_, given) => {
    const { world, ran } = machine({ ...given, installs: { [apt]: '/usr/bin/chromium' } });
    await expect(findBrowser(world)).rejects.toThrow('set CHROMIUM_PATH');
    expect(ran).toEqual([download]);
  });

  it('is missed with everything that was tried', async () => {
    const { world } = machine({ isRoot: true, exists: ['/usr/bin/apt-get'] });
    await expect(findBrowser(world)).rejects.toThrow(
      /playwright install chromium: refused\s+apt-get install chromium: refused/,
    );
  });
});
