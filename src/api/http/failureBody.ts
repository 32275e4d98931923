import type { FieldError } from './errors';
import { isObject, parseJson, readBoolean, readNumber, type JsonObject } from './json';

/** What a body says about a failure. Source: docs/api-contract.md 7. */
export interface FailureBody {
  /** `Message`, or what stands for it in a sister shape, as plain text. */
  readonly message: string | null;
  readonly fieldErrors: readonly FieldError[];
  readonly wasSuccessful: boolean | null;
  /** The `Status` inside the body, which may contradict the HTTP status. */
  readonly status: number | null;
}

const NOTHING: FailureBody = { message: null, fieldErrors: [], wasSuccessful: null, status: null };
const MAX_PLAIN_TEXT = 300;
const NO_REASON = 'was not accepted; the server gave no reason';

/**
 * Reads the body of a refusal in any of the shapes that were documented or seen: the envelope, ModelState,
 * `{error, error_description}`, a JSON string, short plain text. Never throws; HTML is never a message.
 */
export function parseFailureBody(text: string, contentType: string): FailureBody {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    const isShortText = contentType.startsWith('text/plain') && text.length <= MAX_PLAIN_TEXT;
    return { ...NOTHING, message: isShortText && !/^\s*</.test(text) ? readText(text) : null };
  }
  return readFailure(json);
}

/** The same for a body that is parsed already. */
export function readFailure(json: unknown): FailureBody {
  if (typeof json === 'string') {
    return {
      ...NOTHING,
      message: /^\s*<(!doctype|html|head|body|\?xml)/i.test(json) ? null : readText(json),
    };
  }
  if (Array.isArray(json)) return { ...NOTHING, fieldErrors: readErrors(json) };
  if (!isObject(json)) return NOTHING;
  const body = byLowerCase(json);
  return {
    message:
      textsOf(body.get('message')) ?? textsOf(body.get('error_description')) ?? textsOf(body.get('error')),
    fieldErrors: [...readErrors(body.get('errors')), ...readErrors(body.get('modelstate'))],
    wasSuccessful: readBoolean(body.get('wassuccessful')) ?? null,
    status: readNumber(body.get('status')) ?? null,
  };
}

/** Properties by lower-case name: of several spellings of one name, the first that is not null. */
function byLowerCase(source: JsonObject): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(source)) {
    const key = name.toLowerCase();
    values.set(key, values.get(key) ?? value);
  }
  return values;
}

/** Text that says something, untouched; a number or boolean as text; null for blanks and everything else. */
function readText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** An array of entries, a map of names to messages (ModelState), or one bare message. */
function readErrors(errors: unknown): FieldError[] {
  if (Array.isArray(errors)) return errors.flatMap(readEntry);
  if (isObject(errors)) {
    return Object.entries(errors).flatMap(([name, messages]) =>
      collectTexts(messages).map((message) => ({ propertyName: readName(name), message })),
    );
  }
  return readEntry(errors);
}

function readEntry(entry: unknown): FieldError[] {
  if (!isObject(entry)) return collectTexts(entry).map((message) => ({ propertyName: null, message }));
  const values = byLowerCase(entry);
  const propertyName = readName(values.get('propertyname'));
  const message = readText(values.get('message'));
  // What was attempted is the user's own text, no message.
  for (const name of ['propertyname', 'attemptedvalue']) values.delete(name);
  const text = message ?? textsOf([...values.values()]);
  if (text !== null) return [{ propertyName, message: text }];
  return propertyName === null ? [] : [{ propertyName, message: NO_REASON }];
}

function readName(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** All the text of a value in one line; null when there is none. */
function textsOf(value: unknown): string | null {
  return readText(value) ?? (collectTexts(value).join(' ') || null);
}

/** Every text in a value, however nested (the nesting is capped by parseJson). */
function collectTexts(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(collectTexts);
  const text = readText(value);
  return text === null ? [] : [text];
}
