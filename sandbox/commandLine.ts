import { parseArgs } from 'node:util';

export interface CommandLine {
  readonly port: number;
  readonly reset: boolean;
  readonly throttle: boolean;
  readonly memory: boolean;
  readonly corsOrigins: readonly string[];
}

export const USAGE = `usage: npm run sandbox -- [options]

  --port NUMBER   where to listen on 127.0.0.1 (4010)
  --reset         put the sample data back and end; goes alone, with nothing running
  --throttle      apply the documented limits (409 with Retry-After)
  --memory        keep nothing on disk
  --cors ORIGIN   let pages of this origin call the API; may be repeated
  --help          show this
`;

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads the command line: the options, `help`, or what is wrong with it. */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' | { problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        reset: { type: 'boolean', default: false },
        throttle: { type: 'boolean', default: false },
        memory: { type: 'boolean', default: false },
        cors: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return { problem: `“${values.port}” is not a port.` };
    const bad = values.cors.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
    if (bad !== undefined) return { problem: `“${bad}” is not an origin such as https://example.com.` };
    const { reset, throttle, memory } = values;
    if (reset && args.length > 1)
      return { problem: '--reset puts the sample data back and ends: it goes alone.' };
    return { port, reset, throttle, memory, corsOrigins: values.cors };
  } catch (error) {
    return { problem: words(error) };
  }
}
