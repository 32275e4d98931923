import type { FormMessage } from './serverErrors';

export type FieldMessages<F extends string> = ReadonlyMap<F, readonly string[]>;

/** The errors of our own check, by field; a check of the form as a whole has a name that is no field's. */
export type OwnErrors = Readonly<Record<string, { readonly message?: string | undefined } | undefined>>;

/** All that is wrong with one field, our own finding first; what the server says in the same words is not repeated. */
export function messagesOf<F extends string>(field: F, own: OwnErrors, server: FieldMessages<F>): string[] {
  const message = own[field]?.message;
  return [...new Set([...(message === undefined ? [] : [message]), ...(server.get(field) ?? [])])];
}

/** Every message of the form: the fields' in the order of the screen, then those that belong to none. */
export function collectProblems<F extends string>(
  ids: Readonly<Record<F, string>>,
  own: OwnErrors,
  server: FieldMessages<F>,
  form: readonly FormMessage[],
): FormMessage[] {
  const fields = Object.entries<string>(ids) as [F, string][];
  const ofFields = fields.flatMap(([field, targetId]) =>
    messagesOf(field, own, server).map((text) => ({ text, targetId })),
  );
  const ofTheWhole = Object.keys(own)
    .filter((name) => !Object.hasOwn(ids, name))
    .map((name) => ({ text: own[name]?.message ?? name, targetId: '' }));
  const all = [...ofFields, ...ofTheWhole, ...form];
  return [...new Map(all.map((problem) => [`${problem.targetId}\n${problem.text}`, problem])).values()];
}
