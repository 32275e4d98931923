import { isLag, type Lag } from './replica.ts';
import { areNormalisers, isFieldList, type FieldRules } from './storedFields.ts';
import { isThrottleRule, type ThrottleRule } from './throttle.ts';

/** What a test may change about one world while it runs. Each default is the documented behaviour. */
export interface WorldOptions extends FieldRules {
  throttle: ThrottleRule | false;
  /** The answer to a call without its role: 401 is documented, 403 was seen too. */
  missingRoleStatus: 401 | 403;
  /** `expires_in` of new access tokens, seconds. */
  tokenSeconds: number;
  /** Where /token puts its error codes; the other property then holds `invalid_grant` or words. */
  tokenErrorPlace: 'error' | 'description';
  /** Lists answer all records, whatever filter was asked for. */
  ignoresFilters: boolean;
  /** What a list says of properties that it leaves out. */
  listGaps: 'absent' | 'null' | 'zero';
  /** `refused`: 400; `list`: the envelope of a list; `unordered`: reversed; `incomplete`: the first id is missing. */
  batch: 'ok' | 'refused' | 'list' | 'unordered' | 'incomplete';
  /** Dates and times are sent without their `Z`. */
  timestampsWithoutZ: boolean;
  /** The `Value` of a write is the whole record. */
  valueIsRecord: boolean;
  /** A successful delete answers 204 without a body. */
  deleteAnswersEmpty: boolean;
  /** How single and batch reads of sections stay behind what is stored. */
  readLag: Lag;
  /** The same of lists of sections. */
  listLag: Lag;
  /** After each write of a section the display orders of its course are 1…n; the sequence stays. */
  renumbers: boolean;
}

export const DEFAULT_OPTIONS: WorldOptions = {
  throttle: false,
  missingRoleStatus: 401,
  tokenSeconds: 604_799,
  tokenErrorPlace: 'error',
  ignoresFilters: false,
  listGaps: 'zero',
  batch: 'ok',
  timestampsWithoutZ: false,
  valueIsRecord: false,
  deleteAnswersEmpty: false,
  readLag: 'none',
  listLag: 'none',
  renumbers: false,
  ignoresFields: [],
  normalisesFields: {},
};

const boolean = (value: unknown) => typeof value === 'boolean';
const oneOf =
  (...allowed: unknown[]) =>
  (value: unknown) =>
    allowed.includes(value);

const CHECKS: Record<keyof WorldOptions, (value: unknown) => boolean> = {
  throttle: (value) => value === false || isThrottleRule(value),
  missingRoleStatus: oneOf(401, 403),
  tokenSeconds: (value) => typeof value === 'number' && value >= 0,
  tokenErrorPlace: oneOf('error', 'description'),
  ignoresFilters: boolean,
  listGaps: oneOf('absent', 'null', 'zero'),
  batch: oneOf('ok', 'refused', 'list', 'unordered', 'incomplete'),
  timestampsWithoutZ: boolean,
  valueIsRecord: boolean,
  deleteAnswersEmpty: boolean,
  readLag: isLag,
  listLag: isLag,
  renumbers: boolean,
  ignoresFields: isFieldList,
  normalisesFields: areNormalisers,
};

/** The first thing that is wrong with a change of options, or null. A misspelt option must not pass as if it worked. */
export function optionsProblem(changes: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(changes)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof WorldOptions] : undefined;
    if (!check) return `There is no option “${name}”. Options: ${Object.keys(CHECKS).join(', ')}.`;
    if (!check(value)) return `The option “${name}” does not take ${JSON.stringify(value)}.`;
  }
  return null;
}
