/** What a page has written to the URL, so that an own address that comes back is not taken for a change from elsewhere. */
export interface UrlWrites<T> {
  /** What the URL holds, or will hold when what is under way has come back. */
  readonly latest: T;
  /** Written and not come back from the router yet, oldest first: it may come after a later choice. */
  readonly underWay: readonly T[];
}

/** Remembers a value that is being written to the URL. */
export function write<T>({ underWay }: UrlWrites<T>, value: T): UrlWrites<T> {
  return { latest: value, underWay: [...underWay, value] };
}

/**
 * Tells whose address has come.
 * @param value - what the URL holds now
 * @returns whether it came from elsewhere (a link, the way back): such a one wins over all that was under way
 */
export function receive<T>(
  { latest, underWay }: UrlWrites<T>,
  value: T,
  isSame: (a: T, b: T) => boolean,
): { readonly writes: UrlWrites<T>; readonly isFromElsewhere: boolean } {
  const own = underWay.findIndex((written) => isSame(written, value));
  if (own >= 0) {
    return { writes: { latest, underWay: underWay.slice(own + 1) }, isFromElsewhere: false };
  }
  return { writes: { latest: value, underWay: [] }, isFromElsewhere: !isSame(value, latest) };
}
