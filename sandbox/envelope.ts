/** The shapes of answers (docs/api-contract.md 3, 4, 6 and 7), with their properties in the order of the documented samples. */

/** One entry of `Errors`, as documented. */
export interface Refusal {
  readonly AttemptedValue: unknown;
  readonly Message: string;
  readonly PropertyName: string | null;
}

export interface WriteStamp {
  readonly UpdatedOn: string;
  readonly UpdatedBy: string;
}

export function json(body: unknown, status = 200): Response {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The envelope of a write that was carried out. */
export function success(message: string, value: unknown, stamp: WriteStamp) {
  return {
    Status: 200,
    Message: message,
    Value: value,
    OpenInDialog: false,
    OpenInWindow: false,
    RedirectURL: null,
    JavaScript: null,
    UpdatedOn: stamp.UpdatedOn,
    UpdatedBy: stamp.UpdatedBy,
    Errors: null,
    WasSuccessful: true,
  };
}

/** The envelope of a write that was refused; `Message` sums the errors up as `PropertyName: message`. */
export function refusal(errors: readonly Refusal[], message?: string) {
  const summary = errors.map(
    (error) => (error.PropertyName ? `${error.PropertyName}: ` : '') + error.Message,
  );
  return { Message: message ?? summary.join(', '), Value: null, Errors: errors, WasSuccessful: false };
}

export function refusalOf(property: string | null, message: string, attempted: unknown = null): Refusal {
  return { AttemptedValue: attempted ?? null, Message: message, PropertyName: property };
}

/** Refused by a rule about the record as a whole: a 200, with words only (docs/api-contract.md 6). */
export function refusedAs200(message: string, stamp: WriteStamp) {
  return { ...success(message, null, stamp), WasSuccessful: false };
}

export const notFound = () => json('Not found', 404);
export const unauthorised = () => json({ Message: 'Authorization has been denied for this request.' }, 401);
export const forbidden = () => json({ Message: 'Access Denied' }, 403);
