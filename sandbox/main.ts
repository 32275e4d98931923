import { ACCOUNTS, PASSWORD } from './accounts.ts';
import { createSandbox } from './app.ts';
import { readCommandLine, USAGE, type CommandLine } from './commandLine.ts';
import { listen } from './node.ts';
import { type Storage, storageFrom } from './storage.ts';

function reset(storage: Storage): void {
  if (storage === 'memory') {
    console.log('Nothing to reset: SANDBOX_STORAGE is “memory”, which keeps nothing.');
    return;
  }
  const sandbox = createSandbox({ storage });
  try {
    sandbox.reset();
    sandbox.open();
  } finally {
    sandbox.close();
  }
  console.log(`The sample data is back in ${storage.directory}. “npm start” goes on with it.`);
}

/** The sandbox alone, as a process: `npm run sandbox`. */
async function run({ port, throttle, memory, corsOrigins }: CommandLine): Promise<void> {
  const storage = memory ? 'memory' : storageFrom(process.env, '.');
  const sandbox = createSandbox({ storage, throttle, corsOrigins });
  const server = await listen(sandbox, port);
  const stop = () => {
    sandbox.close();
    void server.close();
  };
  try {
    sandbox.open();
  } catch (error) {
    stop();
    throw error;
  }
  // Before it says that it is there: whoever reads that may stop it at once.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`Sandbox API: ${server.url}${sandbox.basePath}`);
  console.log(`Stored in:   ${storage === 'memory' ? storage : storage.directory}`);
  console.log(`\nAccounts (password of all: ${PASSWORD})`);
  for (const { userName, purpose } of ACCOUNTS) console.log(`  ${userName.padEnd(30)} ${purpose}`);
}

const commandLine = readCommandLine(process.argv.slice(2));
if (commandLine === 'help') {
  console.log(USAGE);
} else if ('problem' in commandLine) {
  console.error(`${commandLine.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    if (commandLine.reset) reset(storageFrom(process.env, '.'));
    else await run(commandLine);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    console.error(commandLine.reset ? words : `The sandbox could not start: ${words}`);
    process.exitCode = 1;
  }
}
