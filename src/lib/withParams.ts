/** The parameters of a URL with these values in place of theirs; an empty one is left out, and the others stay. */
export function withParams(params: URLSearchParams, values: object): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
