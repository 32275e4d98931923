import { type APIRequestContext, expect } from '@playwright/test';
import { DOMAIN, PASSWORD, type Role } from '../../sandbox/accounts';
import type { ColleagueAct } from '../../sandbox/colleague';
import type { Entity, StoredRecord } from '../../sandbox/db';
import type { QueuedFault } from '../../sandbox/faults';
import type { WorldOptions } from '../../sandbox/options';
import type { LogEntry } from '../../sandbox/requestLog';

/** The server closes a connection that was idle for five seconds; a call that meets just that was not made. */
const maxRetries = 1;

/** The side door of the sandbox to the world of one test: see sandbox/README.md. */
export class SandboxWorld {
  readonly #request: APIRequestContext;
  readonly #name: string;

  constructor(request: APIRequestContext, name: string) {
    this.#request = request;
    this.#name = name;
  }

  /** An account's user name in this world: `admin` → `admin+w1@sandbox.test`. */
  userName(account = 'admin'): string {
    return `${account}+${this.#name}@${DOMAIN}`;
  }

  /** Makes the next matching calls fail; without method or path, any. */
  async fail(
    entry: Pick<QueuedFault, 'fault'> & { [K in keyof QueuedFault]?: QueuedFault[K] & {} },
  ): Promise<void> {
    await this.#call('POST', 'faults', { times: 1, ...entry });
  }

  /** Lets the colleague act just before or after the next call that matches. */
  async letColleague(act: ColleagueAct, call: Partial<Omit<QueuedFault, 'fault'>>): Promise<void> {
    await this.#call('POST', 'faults', { ...call, fault: { colleague: act } });
  }

  async stopFailing(): Promise<void> {
    await this.#call('DELETE', 'faults');
  }

  /** The calls that arrived, oldest first; `path` is how they start, without `/api`. */
  async requests(method?: 'GET' | 'POST' | 'PUT' | 'DELETE', path = ''): Promise<LogEntry[]> {
    const query = new URLSearchParams({ path, ...(method === undefined ? {} : { method }) });
    return (await this.#call('GET', `requests?${query}`)) as LogEntry[];
  }

  /** The writes of records that arrived, oldest first. */
  async writes(): Promise<LogEntry[]> {
    const all = await this.requests(undefined, '/content/');
    return all.filter(({ method }) => method !== 'GET');
  }

  async forgetRequests(): Promise<void> {
    await this.#call('DELETE', 'requests');
  }

  async setOptions(options: Partial<WorldOptions>): Promise<void> {
    await this.#call('PATCH', 'options', options);
  }

  /** Takes roles away from an account from now on. */
  async takeRoles(account: string, lacks: readonly Role[]): Promise<void> {
    await this.#call('PUT', `accounts/${account}`, { lacks });
  }

  async revokeTokens(which: 'all' | 'access' = 'all'): Promise<void> {
    await this.#call('POST', 'tokens/revoke', { which });
  }

  /** A record as it is stored. */
  async read(entity: Entity, id: number): Promise<StoredRecord> {
    return (await this.#call('GET', `${entity}/${id}`)) as StoredRecord;
  }

  /** The stored sections of a course. */
  async sectionsOf(courseId: number): Promise<StoredRecord[]> {
    return (await this.#call('GET', `sections?courseId=${courseId}`)) as StoredRecord[];
  }

  async insert(entity: Entity, properties: Record<string, unknown>): Promise<StoredRecord> {
    return (await this.#call('POST', entity, properties)) as StoredRecord;
  }

  /** Many numbered sections in one course. */
  async insertSections(
    courseId: number,
    count: number,
    properties: Record<string, unknown> = {},
  ): Promise<void> {
    await this.#call('POST', 'sections/bulk', { count, CourseId: courseId, ...properties });
  }

  /** Edits a record as the colleague does, or as `UpdatedBy` says. */
  async edit(entity: Entity, id: number, properties: Record<string, unknown>): Promise<void> {
    await this.#call('PATCH', `${entity}/${id}`, properties);
  }

  async remove(entity: Entity, id: number): Promise<void> {
    await this.#call('DELETE', `${entity}/${id}`);
  }

  /** A new access token of an account, by the API itself. */
  async accessToken(account = 'admin'): Promise<string> {
    const answer = await this.#request.post('/api/token', {
      form: { grant_type: 'password', username: this.userName(account), password: PASSWORD },
      headers: { client_id: 'browser-tests' },
      maxRetries,
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  async #call(method: string, path: string, data?: unknown): Promise<unknown> {
    const url = `/__sandbox__/worlds/${this.#name}/${path}`;
    const answer = await this.#request.fetch(url, {
      method,
      maxRetries,
      ...(data === undefined ? {} : { data }),
    });
    const text = await answer.text();
    expect(answer.ok(), `${method} ${url}: ${answer.status()} ${text}`).toBe(true);
    return text === '' ? null : JSON.parse(text);
  }
}
