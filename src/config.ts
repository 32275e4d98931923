export interface AppConfig {
  /** A path of this origin or an absolute http(s) URL, without a trailing slash: `/api`. */
  readonly apiBaseUrl: string;
}

/** config.json is there but can't be used. The message is for the person who installs the app. */
export class ConfigError extends Error {
  constructor(problem: string, options?: ErrorOptions) {
    super(`config.json: ${problem}`, options);
    this.name = 'ConfigError';
  }
}

const DEFAULTS: AppConfig = { apiBaseUrl: '/api' };
const TIMEOUT_MS = 15_000;

/**
 * Checks what config.json holds.
 * @throws ConfigError for anything but `{ "apiBaseUrl"?: string }`, so that a misspelt setting is seen, not ignored.
 */
export function parseConfig(json: unknown): AppConfig {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ConfigError('expected an object such as {"apiBaseUrl": "/api"}.');
  }
  const { apiBaseUrl = DEFAULTS.apiBaseUrl, ...unknown } = json as Record<string, unknown>;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new ConfigError(`unknown setting “${stranger}”. Known: apiBaseUrl.`);
  if (typeof apiBaseUrl !== 'string') throw new ConfigError('apiBaseUrl must be text.');
  return { apiBaseUrl: checkBaseUrl(apiBaseUrl) };
}

function checkBaseUrl(text: string): string {
  const here = 'http://this.invalid';
  const url = URL.canParse(text, here) ? new URL(text, here) : null;
  const isPath = url?.origin === here && text.startsWith('/');
  const isAbsolute = /^https?:\/\//i.test(text) && url !== null;
  if (!url || !(isPath || isAbsolute) || url.username || url.password || url.search || url.hash) {
    throw new ConfigError(
      `apiBaseUrl “${text}” must be a path such as /api or a plain http(s) address, without ? or #.`,
    );
  }
  return (isAbsolute ? url.origin : '') + url.pathname.replace(/\/+$/, '');
}

async function readConfig(): Promise<AppConfig> {
  let response: Response;
  try {
    // Plain options, so that the preload in index.html is used.
    response = await fetch('/config.json', { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new ConfigError('it could not be loaded. Check the connection, then reload the page.', { cause });
  }
  if (response.status === 404) return DEFAULTS;
  if (!response.ok) throw new ConfigError(`the server answered ${response.status}.`);
  let json: unknown;
  try {
    json = await response.json();
  } catch (cause) {
    throw new ConfigError('it is not valid JSON.', { cause });
  }
  return parseConfig(json);
}

let loading: Promise<AppConfig> | undefined;

/**
 * Reads `/config.json` once per page; a missing file means the default. A failed read is tried again by the next call.
 * @throws ConfigError
 */
export function loadConfig(): Promise<AppConfig> {
  loading ??= readConfig().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
