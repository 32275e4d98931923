import { ACCOUNTS, PASSWORD } from './accounts.ts';
import { createSandbox } from './app.ts';
import { readCommandLine, USAGE, type CommandLine } from './commandLine.ts';
import { listen } from './node.ts';
import { storageFrom } from './storage.ts';

/** The sandbox alone, as a process: `npm run sandbox`. */
async function run({ port, reset, throttle, memory, corsOrigins }: CommandLine): Promise<void> {
  const storage = memory ? 'memory' : storageFrom(process.env, '.');
  const sandbox = createSandbox({ storage, throttle, corsOrigins });
  const server = await listen(sandbox, port);
  const stop = () => {
    sandbox.close();
    void server.close();
  };
  try {
    // Not before the port is known to be free: who could not start should have changed nothing.
    if (reset) sandbox.reset();
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
    await run(commandLine);
  } catch (error) {
    console.error(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
