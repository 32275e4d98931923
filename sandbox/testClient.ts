import { PASSWORD } from './accounts.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './app.ts';

/** A caller of the sandbox for its tests: inside the process, or over HTTP when it is given a URL. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is no JSON. */
  readonly json: unknown;
}

type Send = (request: Request) => Promise<Response>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export class TestClient {
  readonly #base: string;
  readonly #send: Send;
  #token: string | null = null;

  constructor(send: Send, base = 'http://localhost') {
    this.#send = send;
    this.#base = base;
  }

  async raw(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.#token !== null && !headers.has('Authorization')) {
      headers.set('Authorization', `Bearer ${this.#token}`);
    }
    const response = await this.#send(new Request(this.#base + path, { ...init, method, headers }));
    if (response.type === 'error') throw new TypeError('fetch failed');
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  /** A call of the API, with a JSON body when there is one. */
  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    if (body === undefined) return this.raw(method, `/api${path}`, { headers });
    const typed = { 'Content-Type': 'application/json', ...headers };
    return this.raw(method, `/api${path}`, { headers: typed, body: JSON.stringify(body) });
  }

  /** A call of the control path of a world. */
  control(method: string, path: string, body?: unknown, world = 'default'): Promise<Answer> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.raw(method, `/__sandbox__/worlds/${world}${path}`, init);
  }

  token(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.raw('POST', '/api/token', { headers, body: new URLSearchParams(fields) });
  }

  useToken(token: string): void {
    this.#token = token;
  }

  async signIn(username = 'admin@sandbox.test'): Promise<this> {
    const answer = await this.token({ grant_type: 'password', username, password: PASSWORD });
    this.useToken(String(record(answer.json)['access_token']));
    return this;
  }
}

/** A JSON object, as tests look into it. */
export function record(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

export function records(value: unknown): Record<string, unknown>[] {
  return value as Record<string, unknown>[];
}

/** A sandbox in memory with its signed-in administrator. */
export async function startSandbox(
  options: Partial<SandboxOptions> = {},
): Promise<{ sandbox: Sandbox; client: TestClient }> {
  const sandbox = createSandbox({ storage: 'memory', ...options });
  const client = await clientOf(sandbox);
  return { sandbox, client };
}

export function clientOf(sandbox: Sandbox, username?: string): Promise<TestClient> {
  return new TestClient((request) => sandbox.fetch(request)).signIn(username);
}
