import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isBuildStale } from './build';
import { cmdLine, runCommand } from './command';

const node = (code: string, limits: { timeoutMs?: number; stallMs?: number } = {}) =>
  runCommand(process.execPath, ['-e', code], { output: 'keep', timeoutMs: 20_000, ...limits });

describe('a command', () => {
  it('is fine with all of its output when it ends with 0', async () => {
    const { output, ...result } = await node('console.log(1); console.error(2)');
    expect(result).toMatchObject({ ok: true, problem: null });
    expect(output.split('\n').sort()).toEqual(['', '1', '2']);
  });

  it('has a problem when it ends with anything else', async () => {
    expect(await node('process.exit(3)')).toMatchObject({ ok: false, problem: 'ended with 3' });
  });

  it('has a problem when there is no such program', async () => {
    const result = await runCommand('no-such-program', [], { output: 'keep', timeoutMs: 1000 });
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('ENOENT') as string });
  });

  it('is ended after its time, with what it started itself', async () => {
    const child = 'setInterval(() => {}, 1000)';
    const code = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })`;
    expect(await node(code, { timeoutMs: 500 })).toMatchObject({
      ok: false,
      problem: 'not finished after 0.5 s',
    });
  });

  it('is ended when it is silent for too long', async () => {
    const code = 'console.log("on my way"); setInterval(() => {}, 1000)';
    expect(await node(code, { stallMs: 2500 })).toMatchObject({
      problem: 'silent for 2.5 s',
      output: 'on my way\n',
    });
  });

  it('does not inherit the NODE_ENV of the scripts', async () => {
    process.env['NODE_ENV'] = 'development';
    const { output } = await node('console.log(process.env.NODE_ENV)');
    process.env['NODE_ENV'] = 'test';
    expect(output).toBe('undefined\n');
  });
});

it('a line for the shell of Windows quotes what has spaces or signs', () => {
  expect(cmdLine('C:\\Program Files\\node.exe', ['run.mjs', '--outputFile=a b.json', '-g', 'a&b', ''])).toBe(
    '"C:\\Program Files\\node.exe" run.mjs "--outputFile=a b.json" -g "a&b" ""',
  );
});

const at = (file: string, seconds: number) => utimesSync(file, seconds, seconds);

describe('a build', () => {
  const directory = mkdtempSync(join(tmpdir(), 'build-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const dist = join(directory, 'dist');
  const source = join(directory, 'src', 'deep', 'a.ts');

  it('is old when it is missing, or when a source is newer', () => {
    mkdirSync(join(directory, 'src', 'deep'), { recursive: true });
    writeFileSync(source, '');
    expect(isBuildStale(dist, [join(directory, 'src')])).toBe(true);

    mkdirSync(join(dist, '.vite'), { recursive: true });
    writeFileSync(join(dist, '.vite', 'manifest.json'), '{}');
    for (const folder of ['src/deep', 'src']) at(join(directory, folder), 1000);
    at(source, 1000);
    at(join(dist, '.vite', 'manifest.json'), 2000);
    expect(isBuildStale(dist, [join(directory, 'src'), join(directory, 'gone')])).toBe(false);

    at(source, 3000);
    expect(isBuildStale(dist, [join(directory, 'src')])).toBe(true);
  });
});
