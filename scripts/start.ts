// npm start: builds the app and serves it with the sandbox, or with the service that NEXUDUS_URL names, behind it.
import { preview } from 'vite';
import { ACCOUNTS, PASSWORD } from '../sandbox/accounts';
import { UsageError } from '../server/usageError';
import { buildApp } from './build';
import { parseStartArguments, type StartOptions, startHelp } from './startArguments';

function accountTable(): string {
  const width = Math.max(...ACCOUNTS.map(({ userName }) => userName.length));
  return ACCOUNTS.map(({ userName, purpose }) => `  ${userName.padEnd(width)}  ${purpose}`).join('\n');
}

const sandboxText = `The sandbox answers in place of Nexudus; what you change stays in .sandbox/
(npm run sandbox -- --reset starts afresh).

Sign in as, each with the password “${PASSWORD}”:

${accountTable()}`;

const serviceText = (url: string) => `${url}/api answers. Sign in with an account of that service.
This app was never tried against the live service: try it on a course that nobody needs.`;

async function start({ port, isPortFixed, serviceUrl }: StartOptions): Promise<void> {
  console.log('Building the app…');
  const build = await buildApp();
  if (!build.ok) throw new UsageError('The build failed, see above.');
  const server = await preview({
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, strictPort: isPortFixed },
  });
  const url = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
  console.log(
    `\n${url}\n\n${serviceUrl === null ? sandboxText : serviceText(serviceUrl)}\n\nCtrl+C stops it.`,
  );
}

/** The words for what went wrong; a stack only where the fault may be ours. */
function explain(error: unknown, port: number | undefined): string {
  if (error instanceof UsageError) return error.message;
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
