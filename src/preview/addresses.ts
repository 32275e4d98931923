const relativeBase = 'https://relative.invalid/';

function parse(address: string): URL | null {
  try {
    return new URL(address.trim(), relativeBase);
  } catch {
    return null;
  }
}

/** The host that an address names, or null when it names none (relative, `data:`, empty, malformed). */
export function hostOf(address: string | null): string | null {
  const url = address ? parse(address) : null;
  return url && url.hostname !== 'relative.invalid' && url.hostname !== '' ? url.hostname : null;
}

/**
 * The address under which the preview may load an image: absolute `https:` (also written `//host/…`) or an inline
 * image. null for everything else, so that the frame's policy never has to refuse one.
 */
export function loadableImage(address: string | null): string | null {
  const url = address ? parse(address) : null;
  if (!url) return null;
  if (url.protocol === 'data:') return /^data:image\//i.test(url.href) ? url.href : null;
  return url.protocol === 'https:' && url.hostname !== 'relative.invalid' ? url.href : null;
}

/** Whether a CSS value loads nothing but what `loadableImage` allows. */
export function isHarmlessValue(value: string): boolean {
  const withoutAllowed = value.replace(/url\((["']?)(?:https:\/\/|data:image\/)[^"'()\\]*\1\)/gi, '');
  return !/url\(|image-set\(|src\(|\\/i.test(withoutAllowed);
}
