import type { ApiError } from '#/api/http/errors';
import { isBlank, trimText } from '#/lib/text';
import { labelled } from './messageText';

/** A line of the error summary. */
export interface FormMessage {
  readonly text: string;
  /** id of the control to focus; '' where none in the form can cure it */
  readonly targetId: string;
  /** What to send to an administrator, who can. */
  readonly request?: { readonly label: string; readonly text: string };
}

export interface FieldMap<F extends string> {
  /** API property or relation, any case → field. */
  readonly properties: Readonly<Record<string, F>>;
  readonly labels: Readonly<Record<F, string>>;
  /** fields that are on the screen now */
  readonly visible: ReadonlySet<F>;
  /** for a hidden field: the visible field that reveals it */
  readonly revealedBy: Partial<Record<F, F>>;
  /** id of each field's control */
  readonly controlIds: Readonly<Record<F, string>>;
  /** where a message that fits nowhere points */
  readonly fallbackId: string;
}

export interface MappedErrors<F extends string> {
  readonly fields: ReadonlyMap<F, readonly string[]>;
  readonly form: readonly FormMessage[];
}

/**
 * Puts every message of a refused write in exactly one place: its field, or the form's own list. None is lost, none is
 * read as HTML, and a name of the server is only ever compared, never used as a key of an object.
 * @param fallbackText what to say when the server gave no words at all
 * Source: docs/api-contract.md 7 (“PropertyName”), docs/wording.md “What is wrong, and where”.
 */
export function mapServerErrors<F extends string>(
  error: Pick<ApiError, 'fieldErrors' | 'serverMessage'>,
  map: FieldMap<F>,
  fallbackText: string,
): MappedErrors<F> {
  const fieldOf = lookup(map);
  const fields = new Map<F, Set<string>>();
  const form = new Map<string, FormMessage>();
  const shown = new Set<string>();

  const addToForm = (text: string, targetId: string) => form.set(`${targetId}\n${text}`, { text, targetId });
  const addToField = (field: F, message: string, name: string) => {
    const isVisible = map.visible.has(field);
    const text = labelled(message, [map.labels[field], lastSegment(name)], isVisible);
    if (!isVisible) addToForm(text, revealingControl(field, map));
    else fields.set(field, (fields.get(field) ?? new Set()).add(text));
    shown.add(sameWords(text));
  };

  for (const { propertyName, message } of error.fieldErrors) {
    const name = propertyName === null || isBlank(propertyName) ? null : propertyName;
    const field = name === null ? undefined : fieldOf(name);
    const text = isBlank(message) ? fallbackText : trimText(message);
    if (name !== null && field !== undefined) addToField(field, message, name);
    else addToForm(name === null ? text : `${name}: ${text}`, map.fallbackId);
    for (const words of [text, `${name}: ${text}`, `${name} ${text}`]) shown.add(sameWords(words));
  }

  const message = error.serverMessage ?? '';
  if (!isMadeOf(message, shown)) {
    const [, name = '', rest = ''] = /^([^:]{1,100}):(.*)$/s.exec(message) ?? [];
    const field = isBlank(rest) ? undefined : fieldOf(name, true);
    if (field === undefined) addToForm(trimText(message), map.fallbackId);
    else addToField(field, rest, name);
  }
  if (fields.size === 0 && form.size === 0) addToForm(fallbackText, map.fallbackId);
  return {
    fields: new Map(Array.from(fields, ([field, texts]) => [field, [...texts]])),
    form: [...form.values()],
  };
}

/** Finds the field of a name, own names only: `__proto__` and `constructor` are names like any other. */
function lookup<F extends string>({ properties }: FieldMap<F>) {
  const byName = new Map(Object.entries<F>(properties).map(([name, field]) => [normal(name), field]));
  return (name: string, isExact = false): F | undefined =>
    byName.get(normal(name)) ?? (isExact ? undefined : byName.get(normal(lastSegment(name))));
}

/** `section.Title`, `Items[0].Title`, `Title[0]` → `Title`. */
function lastSegment(name: string): string {
  const segments = name
    .split(/[.[\]]/)
    .filter((segment) => !isBlank(segment) && !/^\s*\d+\s*$/.test(segment));
  return trimText(segments.at(-1) ?? '');
}

const normal = (name: string) => trimText(name).toLowerCase();

/** More than this many messages are looked for in their own order only: any order would take too long. */
const MAX_SEARCHED_CHARS = 200;

/** Whether a message is a summary, e.g. “Title: is odd, Course: is gone”: nothing but what is shown already, in a row. */
function isMadeOf(message: string, shown: ReadonlySet<string>): boolean {
  let rest = sameWords(message);
  if (isBlank(rest) || shown.has(rest)) return true;
  const parts = [...shown].filter((words) => !isBlank(words));
  if (parts.length > MAX_SEARCHED_CHARS) return parts.reduce(without, rest) === '';
  parts.sort((a, b) => b.length - a.length);
  while (rest !== '') {
    const next = parts.map((words) => without(rest, words)).find((shorter) => shorter !== rest);
    if (next === undefined) return false;
    rest = next;
  }
  return true;
}

/** A text without the words that it begins with, and what parts them from the next. */
function without(text: string, words: string): string {
  if (!text.startsWith(words)) return text;
  const rest = text.slice(words.length);
  return /^(?:$|[\s,;.|])/.test(rest) ? rest.replace(/^[\s,;.|]+/, '') : text;
}

/** For telling whether two messages say the same. */
const sameWords = (text: string) => normal(text).replace(/\.$/, '');

function revealingControl<F extends string>(field: F, map: FieldMap<F>): string {
  let revealer = map.revealedBy[field];
  // A field can be revealed by one that is hidden itself; the bound ends a circle.
  for (let step = 0; step < 10 && revealer !== undefined; step++) {
    if (map.visible.has(revealer)) return map.controlIds[revealer];
    revealer = map.revealedBy[revealer];
  }
  return map.fallbackId;
}
