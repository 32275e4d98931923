import type { KnownProperty, SectionRecord, Unreadable } from './sectionRecord';

/** What goes back as it was read, whatever a form says (docs/api-contract.md 5). */
export const echoedProperties = [
  'Id',
  'CourseTitle',
  'ImageFileName',
  'UniqueId',
  'CreatedOn',
  'UpdatedOn',
  'UpdatedBy',
  'SystemId',
] as const satisfies readonly KnownProperty[];

/** Every other one: a new property of `SectionRecord` is written, or else named above. */
export type WritableProperty = Exclude<KnownProperty, (typeof echoedProperties)[number]>;

type WritableValues = { readonly [P in WritableProperty]: SectionRecord[P] | Unreadable };

/** What every write says: each writable property, a stored one perhaps as it came (docs/api-contract.md 4). */
export interface SectionPayload extends WritableValues {
  readonly NewImageUrl: string | null;
  readonly ClearImageFile: boolean;
}

/** What a create sends. */
export interface SectionCreatePayload extends SectionPayload {
  readonly CourseId: number | null;
}

/** What an update sends: the full record as just read, overlaid with the changes (docs/api-contract.md 5). */
export interface SectionUpdatePayload extends SectionPayload {
  readonly Id: number;
  /** All that is not written, exactly as read: a PUT without it would empty it. */
  readonly echoed: Readonly<Record<string, unknown>>;
}

/** The JSON of an update. */
export function updateBody({ echoed, ...written }: SectionUpdatePayload): Readonly<Record<string, unknown>> {
  return { ...echoed, ...written };
}
