import { ApiError } from './errors';

/** The value of a call, or the `ApiError` that it failed with. @throws whatever else was thrown: a fault of the app */
export async function settle<T>(call: Promise<T>): Promise<T | ApiError> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** As `settle`, and never throws: a fault of the app itself says nothing about what the server did. */
export async function settleAny<T>(call: Promise<T>): Promise<T | ApiError> {
  try {
    return await settle(call);
  } catch (cause) {
    return new ApiError({ kind: 'unreadable', outcome: 'unknown', cause });
  }
}
