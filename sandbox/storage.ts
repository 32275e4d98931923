import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from './db.ts';
import { holdInUse, IN_USE_FILE, whileUnused } from './inUse.ts';
import { seedStore } from './seed/seed.ts';

/** Where worlds are kept: each in a file of its own in a directory, or nowhere. */
export type Storage = 'memory' | { readonly directory: string };

/** The data cannot be used; the message names the file and what helps, for whoever started the sandbox. */
export class DataError extends Error {
  override name = 'DataError';

  constructor(message: string) {
    super(message);
    // Vite prints the stack of what fails at its start, which would bury the message.
    this.stack = message;
  }
}

/** What SANDBOX_STORAGE asks for (a directory or `memory`); `.sandbox` in `root` when it is not set. */
export function storageFrom(env: Readonly<Record<string, string | undefined>>, root: string): Storage {
  const asked = env['SANDBOX_STORAGE'] || join(root, '.sandbox');
  return asked === 'memory' ? 'memory' : { directory: asked };
}

/** The database of a world: a path, or `:memory:`. */
const fileOf = (storage: Storage, world: string): string =>
  storage === 'memory' ? ':memory:' : join(storage.directory, `${world}.db`);

/** Tells a file from another one of the same name; null for none, and for memory. */
export function fileIdOf(storage: Storage, world: string): bigint | null {
  if (storage === 'memory') return null;
  return statSync(fileOf(storage, world), { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EACCES: 'this user may not write there',
};

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    const code = codeOf(error);
    throw new DataError(
      `The sandbox cannot keep its data in ${directory}: ${reasons[code] ?? code}. SANDBOX_STORAGE names another folder, or “memory”.`,
    );
  }
}

const unusable = (directory: string, error: unknown) =>
  new DataError(
    `The sandbox cannot use ${join(directory, IN_USE_FILE)}: ${error instanceof Error ? error.message : String(error)}. Delete it, then try again.`,
  );

/** Keeps others from deleting the databases until the returned function is called. @throws DataError */
export function holdDatabases(directory: string): () => void {
  makeDirectory(directory);
  try {
    return holdInUse(directory);
  } catch (error) {
    throw unusable(directory, error);
  }
}

/** Opens the database of a world, seeded if it is new. @throws DataError when it cannot be used */
export function openStore(storage: Storage, world: string): Store {
  if (storage !== 'memory') makeDirectory(storage.directory);
  const file = fileOf(storage, world);
  let store: Store | null = null;
  try {
    const opened = (store = new Store(file));
    // In one go: another process may have found the file empty at the same time.
    opened.transaction(() => {
      if (opened.isEmpty('courses')) seedStore(opened);
    });
    return opened;
  } catch (error) {
    store?.close();
    const problem = error instanceof Error ? error.message : String(error);
    throw new DataError(
      `The sandbox cannot use ${file}: ${problem}.\n“npm start -- --reset” deletes the stored data and puts the sample data back.`,
    );
  }
}

/**
 * Deletes the databases of all worlds, and nothing else.
 * @throws DataError while a process uses them, or where the system does not let go of a file
 */
export function deleteDatabases(directory: string): void {
  makeDirectory(directory);
  let isDone: boolean;
  try {
    isDone = whileUnused(directory, () => deleteFiles(directory));
  } catch (error) {
    throw error instanceof DataError ? error : unusable(directory, error);
  }
  if (isDone) return;
  throw new DataError(
    `Nothing was reset: ${directory} is in use. Stop npm start first (or whatever else runs the sandbox), then try again.`,
  );
}

function deleteFiles(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!/^[a-z0-9_-]+\.db(-wal|-shm|-journal)?$/.test(name)) continue;
    const file = join(directory, name);
    try {
      rmSync(file, { recursive: true });
    } catch (error) {
      throw new DataError(`${file} cannot be deleted (${codeOf(error)}). Stop what uses it, then try again.`);
    }
  }
}
