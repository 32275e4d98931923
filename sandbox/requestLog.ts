/** What one call to a world was and how it ended. */
export interface LogEntry {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Without the base path. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly search: string;
  /** In lower case; `authorization` and `cookie` are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON or form, else the text; null without a body. Passwords, codes and tokens are left out. */
  readonly body: unknown;
  /** User name of the caller, once it is known. */
  userName: string | null;
  /** Whether a fault was asked for. */
  hasFault: boolean;
  /** Null while there is no answer: hanging, or cut. */
  status: number | null;
  /** Time taken by the sandbox, milliseconds. */
  ms: number | null;
}

const HIDDEN_HEADERS = new Set(['authorization', 'cookie']);
const HIDDEN_FIELDS = new Set(['password', 'totp', 'refresh_token']);
const LARGEST = 500;

/** The body as a test wants to compare it. */
function readableBody(text: string, contentType: string): unknown {
  if (text === '') return null;
  if (contentType.includes('x-www-form-urlencoded')) {
    const fields = [...new URLSearchParams(text)];
    return Object.fromEntries(fields.map(([name, value]) => [name, HIDDEN_FIELDS.has(name) ? '…' : value]));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The last calls to one world, oldest first. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #count = 0;

  start(request: Request, path: string, text: string, at: number): LogEntry {
    this.#count += 1;
    const headers = [...request.headers].filter(([name]) => !HIDDEN_HEADERS.has(name));
    const entry: LogEntry = {
      number: this.#count,
      at,
      method: request.method,
      path,
      search: new URL(request.url).search,
      headers: Object.fromEntries(headers),
      body: readableBody(text, request.headers.get('Content-Type') ?? ''),
      userName: null,
      hasFault: false,
      status: null,
      ms: null,
    };
    this.#entries.push(entry);
    if (this.#entries.length > LARGEST) this.#entries.shift();
    return entry;
  }

  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
