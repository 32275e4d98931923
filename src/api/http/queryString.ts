export type Query = Readonly<Record<string, string | number | undefined>>;

/** The query as text: undefined values are left out, the brackets of a batch stand as documented (docs/api-contract.md 1). */
export function queryString(query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&').replace(/%(5B|5D|2C)/g, decodeURIComponent)}`;
}
