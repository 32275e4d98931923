// npm start: builds the app and serves it with the sandbox, or with the service that NEXUDUS_URL names, behind it.
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { preview } from 'vite';
import { ACCOUNTS, PASSWORD } from '../sandbox/accounts';
import { createSandbox } from '../sandbox/app';
import { DataError, type Storage, storageFrom } from '../sandbox/storage';
import { UsageError } from '../server/usageError';
import { buildApp, isBuildStale } from './build';
import { parseStartArguments, type StartOptions, startHelp } from './startArguments';

const host = '127.0.0.1';

function accountTable(): string {
  const width = Math.max(...ACCOUNTS.map(({ userName }) => userName.length));
  return ACCOUNTS.map(({ userName, purpose }) => `  ${userName.padEnd(width)}  ${purpose}`).join('\n');
}

const whereText = (storage: Storage) =>
  storage === 'memory'
    ? 'what you change is gone when it stops.'
    : `what you change stays in ${relative('.', storage.directory) || '.'}\n(npm start -- --reset starts afresh).`;

const sandboxText = (storage: Storage) => `The sandbox answers in place of Nexudus; ${whereText(storage)}

Sign in as, each with the password “${PASSWORD}”:

${accountTable()}`;

const serviceText = (url: string) => `${url}/api answers. Sign in with an account of that service.
This app was never tried against the live service: try it on a course that nobody needs.`;

/** @throws the error of listening when the port is taken */
const checkPort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });

/** @throws DataError */
function checkData(storage: Storage, reset: boolean): void {
  const sandbox = createSandbox({ storage });
  try {
    if (reset) sandbox.reset();
    sandbox.open();
  } finally {
    sandbox.close();
  }
}

async function start({ port, isPortFixed, reset, serviceUrl }: StartOptions): Promise<void> {
  const storage = storageFrom(process.env, '.');
  // What can stop it comes before the build, which would replace the files of a server that is running.
  if (isPortFixed) await checkPort(port);
  if (serviceUrl === null) checkData(storage, reset);
  if (isBuildStale()) {
    console.log('Building the app…');
    const build = await buildApp();
    if (!build.ok) throw new UsageError('The build failed, see above.');
  }
  const server = await preview({
    logLevel: 'warn',
    preview: { host, port, strictPort: isPortFixed },
  });
  const url = server.resolvedUrls?.local[0] ?? `http://${host}:${port}/`;
  const text = serviceUrl === null ? sandboxText(storage) : serviceText(serviceUrl);
  console.log(`\n${url}\n\n${text}\n\nCtrl+C stops it.`);
}

/** The words for what went wrong; a stack only where the fault may be ours. */
function explain(error: unknown, port: number | undefined): string {
  if (error instanceof UsageError || error instanceof DataError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (/already in use|EADDRINUSE/.test(error.message)) return `Port ${port} is taken by another program.`;
  if (/EACCES/.test(error.message)) return `Port ${port} may not be used by this user.`;
  return error.stack ?? error.message;
}

let options: StartOptions | undefined;
try {
  options = parseStartArguments(process.argv.slice(2), process.env);
  if (options.wantsHelp) console.log(startHelp);
  else await start(options);
} catch (error) {
  console.error(explain(error, options?.port));
  process.exit(1);
}
