import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CommandOptions {
  /** Killed after this time. */
  readonly timeoutMs: number;
  /** Killed after this time without a byte of output; only where the output is kept. */
  readonly stallMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that it runs in; the current one otherwise. */
  readonly cwd?: string;
  /** `show` passes the output on as it comes; `keep` returns it. */
  readonly output: 'show' | 'keep';
}

export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
  /** Why it failed, in words. */
  readonly problem: string | null;
}

/** The path of a tool of node_modules. */
export const tool = (name: string) => join('node_modules', '.bin', name);

const isWindows = process.platform === 'win32';

/** Each tool chooses its own NODE_ENV: the runner of these scripts has set one for itself. */
function childEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env;
  return { ...env, ...extra };
}

/** A command as a line for cmd.exe, which takes what is not quoted for several words: `C:\\Program Files\\…`. */
export const cmdLine = (program: string, args: readonly string[]): string =>
  [program, ...args].map((word) => (/^[\w./:=,@\\-]+$/.test(word) ? word : `"${word}"`)).join(' ');

/** Runs a program to its end, or to the end of its time; what it started itself ends with it. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    // The tools of node_modules are .cmd files on Windows, which nothing but its shell can run.
    const [command, words] = isWindows ? [cmdLine(program, args), []] : [program, args];
    const child = spawn(command, words, {
      env: childEnvironment(options.env),
      cwd: options.cwd,
      stdio: options.output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the whole of it can be ended.
      detached: !isWindows,
      shell: isWindows,
    });
    let output = '';
    let problem: string | null = null;
    const end = (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return;
      try {
        process.kill(isWindows ? child.pid : -child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const give = (reason: string) => {
      problem ??= reason;
      end('SIGKILL');
    };
    const interrupt = (signal: NodeJS.Signals) => {
      end(signal);
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const limit = setTimeout(
      () => give(`not finished after ${options.timeoutMs / 1000} s`),
      options.timeoutMs,
    );
    const { stallMs } = options;
    const stall =
      stallMs === undefined ? undefined : setTimeout(() => give(`silent for ${stallMs / 1000} s`), stallMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        stall?.refresh();
      });
    }
    const finish = (failure: string | null) => {
      clearTimeout(limit);
      clearTimeout(stall);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      problem ??= failure;
      const seconds = (performance.now() - started) / 1000;
      resolve({ ok: problem === null, output, seconds, problem });
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) =>
      finish(code === 0 ? null : `ended with ${code ?? signal ?? 'an error'}`),
    );
  });
}
