import Database from 'libsql';

/**
 * The store of one world: an SQLite database. A record is kept as its JSON text beside the columns that are looked up:
 * libsql cuts bound strings at a NUL character and aborts the process on a bound boolean, JSON text has neither, and
 * records may hold properties that nobody documented.
 */
export type Entity = 'courses' | 'sections' | 'lessons' | 'members';
export const ENTITIES: readonly Entity[] = ['courses', 'sections', 'lessons', 'members'];

export interface StoredRecord {
  readonly Id: number;
  readonly [property: string]: unknown;
}

export interface TokenRow {
  readonly Access: string;
  readonly Refresh: string;
  readonly UserName: string;
  readonly ClientId: string;
  /** Milliseconds since 1970. */
  readonly AccessExpires: number;
  readonly RefreshExpires: number;
}

const table = (name: string) =>
  `CREATE TABLE IF NOT EXISTS ${name} (Id INTEGER PRIMARY KEY AUTOINCREMENT, CourseId INTEGER, Record TEXT NOT NULL);
   CREATE INDEX IF NOT EXISTS ${name}_course ON ${name} (CourseId);`;

const SCHEMA = `${ENTITIES.map(table).join('\n')}
  CREATE TABLE IF NOT EXISTS tokens (Access TEXT PRIMARY KEY, Refresh TEXT NOT NULL, UserName TEXT NOT NULL,
    ClientId TEXT NOT NULL, AccessExpires INTEGER NOT NULL, RefreshExpires INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS tokens_refresh ON tokens (Refresh);`;

/** What the tables of an older file, or of another program, may lack. */
const COLUMNS = [
  ...ENTITIES.map((name) => `Id, CourseId, Record FROM ${name}`),
  'Access, Refresh, UserName, ClientId, AccessExpires, RefreshExpires FROM tokens',
];

/** Another process may be using the same file: a call waits for its turn. */
const BUSY_TIMEOUT_MS = 5000;

const courseIdOf = (record: Record<string, unknown>) => {
  const id = Number(record['CourseId']);
  return Number.isSafeInteger(id) ? id : null;
};

/** Records in the form that `load` takes: written once, a world is seeded from it in a few milliseconds. */
export function rowsOf(records: readonly StoredRecord[]): string {
  return JSON.stringify(records.map((record) => [record.Id, courseIdOf(record), JSON.stringify(record)]));
}

const parseRow = (row: unknown): StoredRecord =>
  JSON.parse((row as { Record: string }).Record) as StoredRecord;

/** The records and tokens of one world; every call is synchronous and durable when it returns. */
export class Store {
  readonly #db: Database.Database;
  /** Is told of each write, with what was there before it; null: a new record. */
  onWrite: (entity: Entity, id: number, before: StoredRecord | null) => void = () => {};

  /**
   * `file` is a path, or `:memory:`.
   * @throws Error for a file that is no database, is damaged, or has other tables
   */
  constructor(file: string) {
    this.#db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      this.#db.exec(SCHEMA);
      const [found] = this.#all('PRAGMA quick_check(1)') as { quick_check: string }[];
      if (found?.quick_check !== 'ok') throw new Error('the database is damaged');
      for (const columns of COLUMNS) this.#all(`SELECT ${columns} LIMIT 0`);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  #all(sql: string, ...values: (string | number | null)[]): unknown[] {
    return this.#db.prepare(sql).all(...values);
  }

  #run(sql: string, ...values: (string | number | null)[]): Database.RunResult {
    return this.#db.prepare(sql).run(...values);
  }

  /** All records in the order of their ids; only those of one course when it is given. */
  list(entity: Entity, courseId?: number): StoredRecord[] {
    const rows =
      courseId === undefined
        ? this.#all(`SELECT Record FROM ${entity} ORDER BY Id`)
        : this.#all(`SELECT Record FROM ${entity} WHERE CourseId = ? ORDER BY Id`, courseId);
    return rows.map(parseRow);
  }

  get(entity: Entity, id: number): StoredRecord | null {
    const [row] = this.#all(`SELECT Record FROM ${entity} WHERE Id = ?`, id);
    return row === undefined ? null : parseRow(row);
  }

  isEmpty(entity: Entity): boolean {
    return this.#all(`SELECT Id FROM ${entity} LIMIT 1`).length === 0;
  }

  /** Stores a new record and gives it the next number; numbers of deleted records are not used again. */
  insert(entity: Entity, properties: Record<string, unknown>): StoredRecord {
    return this.transaction(() => {
      const { lastInsertRowid } = this.#run(`INSERT INTO ${entity} (Record) VALUES ('{}')`);
      const record = { ...properties, Id: Number(lastInsertRowid) };
      this.onWrite(entity, record.Id, null);
      this.#update(entity, record);
      return record;
    });
  }

  replace(entity: Entity, record: StoredRecord): void {
    this.onWrite(entity, record.Id, this.get(entity, record.Id));
    this.#update(entity, record);
  }

  #update(entity: Entity, record: StoredRecord): void {
    const sql = `UPDATE ${entity} SET CourseId = ?, Record = ? WHERE Id = ?`;
    this.#run(sql, courseIdOf(record), JSON.stringify(record), record.Id);
  }

  remove(entity: Entity, id: number): boolean {
    this.onWrite(entity, id, this.get(entity, id));
    return this.#run(`DELETE FROM ${entity} WHERE Id = ?`, id).changes > 0;
  }

  /** Stores many records with the ids they bring, as `rowsOf` wrote them, in one statement. */
  load(entity: Entity, rows: string): void {
    const sql = `INSERT INTO ${entity} (Id, CourseId, Record)
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;
    this.#run(sql, rows);
  }

  clear(): void {
    for (const name of [...ENTITIES, 'tokens', 'sqlite_sequence']) this.#db.exec(`DELETE FROM ${name}`);
  }

  saveToken(row: TokenRow): void {
    const { Access, Refresh, UserName, ClientId, AccessExpires, RefreshExpires } = row;
    const sql = 'INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?)';
    this.#run(sql, Access, Refresh, UserName, ClientId, AccessExpires, RefreshExpires);
  }

  findToken(column: 'Access' | 'Refresh', token: string): TokenRow | null {
    const [row] = this.#all(`SELECT * FROM tokens WHERE ${column} = ?`, token);
    return row === undefined ? null : (row as TokenRow);
  }

  /** A client has one refresh token at a time; its access tokens live on until they expire. */
  dropRefreshTokens(userName: string, clientId: string): void {
    this.#run("UPDATE tokens SET Refresh = '' WHERE UserName = ? AND ClientId = ?", userName, clientId);
  }

  /** `access` leaves the refresh tokens alive, as if the access tokens had expired early. */
  revokeTokens(which: 'all' | 'access', userName: string | null): void {
    const change = which === 'all' ? 'DELETE FROM tokens' : 'UPDATE tokens SET AccessExpires = 0';
    if (userName === null) this.#run(change);
    else this.#run(`${change} WHERE UserName = ?`, userName);
  }

  /** Takes its turn before `work` looks at anything, so that no other process writes in between. */
  transaction<T>(work: () => T): T {
    if (this.#db.inTransaction) return work();
    return this.#db.transaction(work).immediate();
  }

  close(): void {
    this.#db.close();
  }
}
