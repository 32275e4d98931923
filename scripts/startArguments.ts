import { parseArgs } from 'node:util';
import { normaliseServiceUrl } from '../server/serviceProxy';
import { UsageError } from '../server/usageError';

export const startHelp = `npm start [-- --port NUMBER] [--reset]

Builds the app and serves it on 127.0.0.1, with the sandbox behind it.

  --port NUMBER       the port (PORT does the same; default 4173, or the next one that is free)
  --reset             deletes what the sandbox has stored and puts the sample data back
                      (not while another npm start runs)
  --help              this text

  NEXUDUS_URL=https://spaces.nexudus.com npm start
                      passes /api on to that service instead of the sandbox
  SANDBOX_STORAGE=DIRECTORY npm start
                      keeps the sandbox’s data there (default .sandbox; “memory” keeps nothing)`;

export interface StartOptions {
  readonly wantsHelp: boolean;
  readonly port: number;
  /** The port was asked for, so no other will do. */
  readonly isPortFixed: boolean;
  /** The sandbox starts afresh. */
  readonly reset: boolean;
  /** The base of the live service; null means the sandbox. */
  readonly serviceUrl: string | null;
}

const defaultPort = 4173;

function parsePort(text: string, source: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new UsageError(`${source} is ${JSON.stringify(text)}: a port is a number from 1 to 65535.`);
  }
  return port;
}

function readArguments(args: readonly string[]) {
  const options = {
    port: { type: 'string' },
    reset: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${startHelp}`);
  }
}

/** What `npm start` was asked to do. @throws UsageError */
export function parseStartArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const given = readArguments(args);
  const [portText, source] = given.port === undefined ? [env['PORT'], 'PORT'] : [given.port, '--port'];
  const serviceUrl = env['NEXUDUS_URL'] ? normaliseServiceUrl(env['NEXUDUS_URL']) : null;
  if (given.reset && serviceUrl !== null) {
    throw new UsageError(
      '--reset is about the sandbox; with NEXUDUS_URL there is none, and nothing was reset.',
    );
  }
  return {
    wantsHelp: given.help === true,
    port: portText ? parsePort(portText, source) : defaultPort,
    isPortFixed: Boolean(portText),
    reset: given.reset === true,
    serviceUrl,
  };
}
