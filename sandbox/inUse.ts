import { join } from 'node:path';
import Database from 'libsql';

/** Not the name of a world's database, which a reset would delete. */
export const IN_USE_FILE = 'in-use.lock';

/** A reset takes milliseconds: whoever starts meanwhile waits for its end. */
const WAIT_MS = 5000;

/**
 * Marks the databases of a directory as in use, until the returned function is called or the process ends in whatever
 * way: SQLite's lock is the operating system's, so that nothing stays behind of a process that was killed. Any number
 * of processes may hold it.
 * @throws Error for a file that cannot be used
 */
export function holdInUse(directory: string): () => void {
  const db = new Database(join(directory, IN_USE_FILE), { timeout: WAIT_MS });
  try {
    db.exec('BEGIN');
    db.prepare('SELECT name FROM sqlite_master').all();
  } catch (error) {
    db.close();
    throw error;
  }
  return () => {
    // The lock ends with the transaction: `close` waits for statements that nobody has collected yet.
    db.exec('ROLLBACK');
    db.close();
  };
}

/**
 * Does `work` while no process uses the databases of the directory, and tells whether it could.
 * @throws Error for a file that cannot be used
 */
export function whileUnused(directory: string, work: () => void): boolean {
  const db = new Database(join(directory, IN_USE_FILE), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    try {
      work();
    } finally {
      db.exec('ROLLBACK');
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return false;
    throw error;
  } finally {
    db.close();
  }
}
