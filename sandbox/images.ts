import { refusalOf, type Refusal } from './envelope.ts';

/**
 * The rules about `NewImageUrl`. The sandbox never fetches: it makes the stored name from the URL. File names that
 * begin with these words play what only a fetch would show.
 */
const NOT_STORED = 'not-stored';
const TOO_LARGE = 'too-large';
const UNREACHABLE = 'unreachable';

const LONGEST_URL = 2048;
const EXTENSION = /\.(jpe?g|png|gif)$/i;

function fileName(url: URL): string {
  const name = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function imageUrlProblem(value: unknown): string | null {
  if (typeof value !== 'string') return 'is not a valid text';
  if (value.length > LONGEST_URL) return `must be at most ${LONGEST_URL} characters long`;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'is not a valid URL';
  const name = fileName(url);
  if (!EXTENSION.test(name)) return 'must be a JPG, JPEG, PNG or GIF image';
  if (name.startsWith(TOO_LARGE)) return 'must be at most 10 MB';
  if (name.startsWith(UNREACHABLE)) return 'could not be downloaded';
  return null;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

export function imageRefusals(body: Record<string, unknown>): Refusal[] {
  const { NewImageUrl: url, ClearImageFile: clear } = body;
  const errors: Refusal[] = [];
  const problem = isEmpty(url) ? null : imageUrlProblem(url);
  if (problem !== null) errors.push(refusalOf('NewImageUrl', problem, url));
  if (clear !== undefined && clear !== null && typeof clear !== 'boolean') {
    errors.push(refusalOf('ClearImageFile', 'is not a valid boolean', clear));
  }
  if (clear === true && !isEmpty(url)) {
    errors.push(refusalOf('ClearImageFile', 'cannot be combined with NewImageUrl', clear));
  }
  return errors;
}

/** The stored file name after an accepted write. */
export function imageFileName(body: Record<string, unknown>, before: unknown): unknown {
  const { NewImageUrl: url, ClearImageFile: clear } = body;
  if (clear === true) return null;
  if (typeof url !== 'string' || url === '') return before;
  const name = fileName(new URL(url));
  return name.startsWith(NOT_STORED) ? before : name;
}
