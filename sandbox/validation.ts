import type { StoredRecord } from './db.ts';
import { refusalOf, type Refusal } from './envelope.ts';
import { imageRefusals } from './images.ts';

/** The rules of a section, each of which can refuse its field. What the vendor's pages do not say is marked in README.md. */
type Body = Readonly<Record<string, unknown>>;

/** The real limit is unknown. */
export const LONGEST_TITLE = 255;
const INT_MAX = 2_147_483_647;
const INT_MIN = -2_147_483_648;
const REQUIRED = 'is a required field';
const NO_NUMBER = 'is not a valid whole number';

const isMissing = (value: unknown) => value === undefined || value === null;
const isInt = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) <= INT_MAX && Number(value) >= INT_MIN;

function courseProblem(value: unknown, hasCourse: (id: number) => boolean): Refusal | null {
  if (isMissing(value)) return refusalOf('CourseId', REQUIRED);
  if (!isInt(value)) return refusalOf('CourseId', NO_NUMBER, value);
  // Named by the relation, as was seen in other clients' notes (docs/api-contract.md 7).
  return hasCourse(value) ? null : refusalOf('Course', 'could not be found', value);
}

function titleProblem(value: unknown, before: unknown): string | null {
  if (isMissing(value)) return REQUIRED;
  if (typeof value !== 'string') return 'is not a valid text';
  if (value.trim() === '') return REQUIRED;
  if (value === before || value.length <= LONGEST_TITLE) return null;
  return `must be at most ${LONGEST_TITLE} characters long`;
}

function orderProblem(value: unknown): string | null {
  if (isMissing(value)) return REQUIRED;
  return isInt(value) ? null : NO_NUMBER;
}

/** A stored value that nobody changed is accepted, whatever it is; the PUT page makes it optional. */
function unlockTypeProblem(value: unknown, before: StoredRecord | null): string | null {
  if (isMissing(value)) return before ? null : REQUIRED;
  if (before && value === before['UnlockType']) return null;
  if (!isInt(value)) return NO_NUMBER;
  return value >= 1 && value <= 3 ? null : 'is not a valid unlock type';
}

function daysProblem(value: unknown, before: StoredRecord | null): string | null {
  if (isMissing(value)) return REQUIRED;
  if (before && value === before['UnlockAfterDays']) return null;
  if (!isInt(value)) return NO_NUMBER;
  return value >= 0 ? null : 'must be 0 or more';
}

function typeProblem(value: unknown, type: 'string' | 'boolean'): string | null {
  if (isMissing(value)) return null;
  const word = type === 'string' ? 'text' : 'boolean';
  return typeof value === type ? null : `is not a valid ${word}`;
}

/** `[refuse:DisplayOrder]` or `[refuse:DisplayOrder=is already taken]` in a title refuses any property on request. */
function requestedRefusals(body: Body): Refusal[] {
  const { Title: title } = body;
  if (typeof title !== 'string') return [];
  return [...title.matchAll(/\[refuse:([\w.]+)(?:=([^\]]*))?\]/g)].map(([, property = '', words]) =>
    refusalOf(property, words ?? 'was refused on request', body[property]),
  );
}

/** All that is wrong with the body of a POST (`before` null) or PUT, in the order of the documented fields. */
export function sectionRefusals(
  body: Body,
  before: StoredRecord | null,
  hasCourse: (id: number) => boolean,
): Refusal[] {
  const course = courseProblem(body['CourseId'], hasCourse);
  const problems: [property: string, problem: string | null][] = [
    ['Title', titleProblem(body['Title'], before?.['Title'])],
    ['DisplayOrder', orderProblem(body['DisplayOrder'])],
    ['UnlockType', unlockTypeProblem(body['UnlockType'], before)],
    ['UnlockAfterDays', daysProblem(body['UnlockAfterDays'], before)],
    ['SectionContents', typeProblem(body['SectionContents'], 'string')],
    ['Active', typeProblem(body['Active'], 'boolean')],
    ['SystemId', typeProblem(body['SystemId'], 'string')],
  ];
  const errors = problems.flatMap(([property, problem]) =>
    problem === null ? [] : [refusalOf(property, problem, body[property])],
  );
  return [...(course ? [course] : []), ...errors, ...imageRefusals(body), ...requestedRefusals(body)];
}
