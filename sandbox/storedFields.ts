/** Properties that a write may set, beside those of the image. */
export const WRITABLE = [
  'CourseId',
  'Title',
  'SectionContents',
  'Active',
  'DisplayOrder',
  'UnlockType',
  'UnlockAfterDays',
  'SystemId',
  'LocalizationDetails',
  'CustomFields',
] as const;

const WRAPPER = '<div class="content">';

/** What a server may make of a text before it stores it. */
const NORMALISERS = {
  /** Trimmed, and inner white space collapsed. */
  trimmed: (text: string) => text.trim().replace(/\s+/g, ' '),
  upperCase: (text: string) => text.toUpperCase(),
  /** HTML without its scripts and `on…` attributes. */
  withoutScripts: (html: string) =>
    html
      .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
      .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
  /** HTML in an element of the server's; once only. */
  wrapped: (html: string) => (html.startsWith(WRAPPER) ? html : `${WRAPPER}${html}</div>`),
};

type WritableField = (typeof WRITABLE)[number];
type Normaliser = keyof typeof NORMALISERS;

/** What becomes of fields on the way from the body of a write into the database. */
export interface FieldRules {
  /** Keep their stored value whatever a write says; a new section gets none. */
  ignoresFields: readonly WritableField[];
  /** Texts that are changed before they are stored, each in its way. */
  normalisesFields: { readonly [K in WritableField]?: Normaliser };
}

const isWritable = (name: unknown) => (WRITABLE as readonly unknown[]).includes(name);

export function isFieldList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isWritable);
}

export function areNormalisers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, how]) => isWritable(name) && Object.hasOwn(NORMALISERS, String(how)),
  );
}

/** The body of a write as a server with these rules takes it. */
export function taken(
  body: Record<string, unknown>,
  before: Record<string, unknown> | null,
  rules: FieldRules,
): Record<string, unknown> {
  const result = { ...body };
  for (const name of WRITABLE) {
    const value = body[name];
    const how = rules.normalisesFields[name];
    if (how !== undefined && typeof value === 'string') result[name] = NORMALISERS[how](value);
    if (rules.ignoresFields.includes(name)) result[name] = before?.[name];
  }
  return result;
}
