import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';

/** What the error page says, and its way out. */
export interface RouteFault {
  readonly kind: 'notFound' | 'session' | 'newVersion' | 'failure';
  readonly title: string;
  readonly text: string;
  readonly details: string;
  readonly canRetry: boolean;
}

/** The browsers' words for a piece of code that is no longer on the server (Chromium, Firefox, Safari, Vite's CSS). */
const chunkFailure = /dynamically imported module|importing a module script failed|unable to preload css/i;

/** Reads whatever a route threw: a Response of a loader, an ApiError, a chunk that is gone, any fault of ours. */
export function routeFault(error: unknown): RouteFault {
  if (typeof error === 'object' && error !== null && 'status' in error && !(error instanceof Error)) {
    if (error.status === 404) return notFound;
  }
  if (error instanceof Error && chunkFailure.test(error.message)) {
    return {
      kind: 'newVersion',
      title: 'A new version is out',
      text: 'A part of this page could not be loaded. Most often the app was updated meanwhile: reload to get the new version. If that does not help, check the connection.',
      details: error.message,
      canRetry: false,
    };
  }
  if (error instanceof Error && error.name === 'ConfigError') {
    return {
      kind: 'failure',
      title: 'The app is not set up correctly',
      text: error.message,
      details: '',
      canRetry: false,
    };
  }
  const { title, text, details, canRetry } = describeError(error);
  const isOver = error instanceof ApiError && error.kind === 'signedOut';
  return { kind: isOver ? 'session' : 'failure', title, text, details, canRetry };
}

const notFound: RouteFault = {
  kind: 'notFound',
  title: 'Page not found',
  text: '',
  details: '',
  canRetry: false,
};
