/** Lenient readers for what the server sends. In each, `null` = nothing there, `undefined` = there but unreadable. */
export type JsonObject = Readonly<Record<string, unknown>>;
type Read<T> = (value: unknown) => T | null | undefined;

/** The API's records nest two or three levels; anything far deeper is an attack on recursive code. */
const MAX_DEPTH = 100;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws SyntaxError for text that is no JSON, or is nested deeper than 100 levels. */
export function parseJson(text: string): unknown {
  const json: unknown = JSON.parse(text);
  let level = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new SyntaxError('The JSON is nested too deeply.');
    level = level.flatMap(childrenOf);
  }
  return json;
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** A finite number, or text that spells one exactly (`"3"`; not `"3.0"`, `""`, `"0x3"`). */
export const readNumber: Read<number> = (value) => {
  if (value === undefined || value === null) return null;
  const number = typeof value === 'string' && String(Number(value)) === value ? Number(value) : value;
  // `+ 0` turns -0, which JSON can hold, into the 0 that it means.
  return typeof number === 'number' && Number.isFinite(number) ? number + 0 : undefined;
};

/** Text as it is, or a finite number as text. */
export const readString: Read<string> = (value) => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
};

/** A boolean, `"true"`/`"false"` in any case, or 1/0. */
export const readBoolean: Read<boolean> = (value) => {
  if (value === undefined || value === null) return null;
  const plain = typeof value === 'string' ? value.toLowerCase() : value;
  if (plain === true || plain === 'true' || plain === 1) return true;
  return plain === false || plain === 'false' || plain === 0 ? false : undefined;
};

/** A record's number: a whole number above 0 that is exact; null for everything else. */
export function readId(value: unknown): number | null {
  const number = readNumber(value);
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : null;
}

/** An own property by exact name (never one of the prototype's). */
export function own(source: JsonObject, name: string): unknown {
  return Object.hasOwn(source, name) ? source[name] : undefined;
}

/** Reads a record property by property and keeps account of what was not read. */
export function recordReader(source: JsonObject) {
  const known = new Set<string>();
  const unreadable: string[] = [];
  const take = <T>(name: string, read: Read<T>): T | null => {
    known.add(name);
    const value = read(own(source, name));
    if (value === undefined) unreadable.push(name);
    return value ?? null;
  };
  return {
    id: (name: string) => take(name, readId),
    number: (name: string) => take(name, readNumber),
    text: (name: string) => take(name, readString),
    flag: (name: string) => take(name, readBoolean),
    /** Names asked for whose value is there but could not be read losslessly. */
    unreadable,
    /** Every property that was not asked for, and the unreadable ones, as they came. Call it last. */
    rest: (): JsonObject =>
      Object.fromEntries(
        Object.entries(source).filter(
          ([name]) => name !== '__proto__' && (!known.has(name) || unreadable.includes(name)),
        ),
      ),
  };
}
