import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox } from './app.ts';
import { readCommandLine } from './commandLine.ts';

describe('the command line', () => {
  test('needs nothing', () => {
    expect(readCommandLine([])).toEqual({
      port: 4010,
      reset: false,
      throttle: false,
      memory: false,
      corsOrigins: [],
    });
  });

  test('takes every option', () => {
    const args = '--port 4105 --throttle --memory --cors https://a.example --cors http://b.example:81';
    expect(readCommandLine(args.split(' '))).toEqual({
      port: 4105,
      reset: false,
      throttle: true,
      memory: true,
      corsOrigins: ['https://a.example', 'http://b.example:81'],
    });
    expect(readCommandLine(['--reset'])).toMatchObject({ reset: true });
    expect(readCommandLine(['--help', '--port', '1'])).toBe('help');
  });

  test.each([
    ['--port'],
    ['--reset', '--memory'],
    ['--port', 'http'],
    ['--port', '-1'],
    ['--port', '70000'],
    ['--cors', 'a.example'],
    ['--cors', 'https://a.example/path'],
    ['--prot', '1'],
    ['start'],
  ])('says what is wrong with %s %s', (...args) => {
    expect(readCommandLine(args)).toEqual({ problem: expect.stringMatching(/\w/) as string });
  });
});

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the process; `onOutput` sees all output so far, again and again. */
function run(
  args: string[],
  onOutput: (output: string, stop: (signal?: NodeJS.Signals) => void) => void = () => undefined,
  storage = 'memory',
) {
  return new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'sandbox/main.ts', ...args], {
      env: { ...process.env, SANDBOX_STORAGE: storage },
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      onOutput(output, (signal = 'SIGTERM') => child.kill(signal));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe('the process', () => {
  test('prints where it is and who may sign in, and ends cleanly on SIGTERM', async () => {
    const { code, output } = await run(['--memory', '--port', '0'], (text, stop) => {
      if (text.includes('no-access@sandbox.test')) stop();
    });
    expect(output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/api/);
    expect(output).toContain('admin@sandbox.test');
    expect(output).toContain('coworking');
    expect(code).toBe(0);
  });

  test('ends with 2 and its usage when it is called wrongly', async () => {
    const { code, output } = await run(['--prot', '1']);
    expect(code).toBe(2);
    expect(output).toContain('--prot');
    expect(output).toContain('usage:');
  });
});

const killOnceThere = (text: string, stop: (signal: NodeJS.Signals) => void) => {
  if (text.includes('no-access@sandbox.test')) stop('SIGKILL');
};

describe('npm run sandbox -- --reset', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const reset = () => run(['--reset'], undefined, directory);

  test('puts the sample data back, says so and returns', async () => {
    const { code, output } = await reset();
    expect(output).toBe(`The sample data is back in ${directory}. “npm start” goes on with it.\n`);
    expect(code).toBe(0);
  });

  test('refuses while the files are in use', async () => {
    const running = createSandbox({ storage: { directory } });
    running.open();
    const { code, output } = await reset();
    running.close();
    expect(output).toMatch(/^Nothing was reset: .* Stop npm start first/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('is not kept from it by a process that was killed', async () => {
    expect((await run(['--port', '0'], killOnceThere, directory)).code).toBeNull();
    expect(await reset()).toMatchObject({ code: 0 });
  });
});
