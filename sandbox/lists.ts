/** Paging and order of every list (docs/api-contract.md 3). */
export interface ListEnvelope {
  Records: unknown[];
  CurrentPage: number;
  CurrentPageSize: number;
  CurrentOrderField: string;
  CurrentSortDirection: number;
  FirstItem: number;
  LastItem: number;
  TotalItems: number;
  TotalPages: number;
  HasNextPage: boolean;
  HasPreviousPage: boolean;
}

const DEFAULT_SIZE = 25;
const LARGEST_SIZE = 1000;
/** The sources contradict one another about `dir`: each spelling of “descending” is understood. */
const DESCENDING = new Set(['-1', '0', 'desc', 'descending']);

/** A whole number from a parameter; anything else counts as absent, as unknown parameters do. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return textOf(left).localeCompare(textOf(right), 'en');
}

/** One page of the records, in the documented envelope. Unknown parameters are ignored in silence. */
export function listPage(records: readonly Record<string, unknown>[], query: URLSearchParams): ListEnvelope {
  const size = Math.min(Math.max(wholeNumber(query.get('size')) ?? DEFAULT_SIZE, 1), LARGEST_SIZE);
  const page = Math.max(wholeNumber(query.get('page')) ?? 1, 1);
  const asked = query.get('orderBy');
  const field = asked !== null && records.some((record) => Object.hasOwn(record, asked)) ? asked : 'Id';
  const direction = DESCENDING.has((query.get('dir') ?? '').toLowerCase()) ? -1 : 1;

  const sorted = records.toSorted(
    (left, right) => direction * compare(left[field], right[field]) || compare(left['Id'], right['Id']),
  );
  const start = (page - 1) * size;
  const shown = sorted.slice(start, start + size);
  const pages = Math.ceil(sorted.length / size);
  return {
    Records: shown,
    CurrentPage: page,
    CurrentPageSize: size,
    CurrentOrderField: field,
    CurrentSortDirection: direction,
    FirstItem: shown.length === 0 ? 0 : start + 1,
    LastItem: start + shown.length,
    TotalItems: sorted.length,
    TotalPages: pages,
    HasNextPage: page < pages,
    HasPreviousPage: page > 1 && sorted.length > 0,
  };
}

/** Whether a text holds the asked-for part, whatever the case. An empty filter asks for nothing. */
export function contains(text: unknown, part: string | null): boolean {
  if (part === null || part === '') return true;
  return typeof text === 'string' && text.toLowerCase().includes(part.toLowerCase());
}

export function equals(id: unknown, text: string | null): boolean {
  const asked = wholeNumber(text);
  return asked === null || Number(id) === asked;
}
