import { describe, expect, it } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { routeFault } from './routeFault';

describe('the error page', () => {
  it('says not found for the 404 of a loader', () => {
    expect(routeFault(new Response(null, { status: 404 })).kind).toBe('notFound');
    expect(routeFault({ status: 404, statusText: '', internal: true, data: null }).kind).toBe('notFound');
  });

  it('names the missing role and offers no retry that cannot help', () => {
    const fault = routeFault(
      new ApiError({ kind: 'forbidden', outcome: 'refused', status: 403, role: 'Course-Read' }),
    );
    expect(fault.text).toContain('Course-Read');
    expect(fault.canRetry).toBe(false);
  });

  it('offers a retry when the server is broken, and keeps the details', () => {
    const fault = routeFault(
      new ApiError({ kind: 'server', outcome: 'unknown', status: 500, details: 'GET /x 500' }),
    );
    expect(fault).toMatchObject({ kind: 'failure', canRetry: true, details: 'GET /x 500' });
  });

  it('asks to sign in when the session is over', () => {
    expect(routeFault(new ApiError({ kind: 'signedOut', outcome: 'refused', status: 401 })).kind).toBe(
      'session',
    );
  });

  it.each([
    'Failed to fetch dynamically imported module: https://here.example/assets/EditSectionPage-1a2b.js',
    'error loading dynamically imported module: https://here.example/assets/a.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/a.css',
  ])('asks to reload when code is gone: %s', (message) => {
    expect(routeFault(new TypeError(message)).kind).toBe('newVersion');
  });

  it('does not take a failed request for missing code', () => {
    expect(routeFault(new TypeError('Failed to fetch')).kind).toBe('failure');
  });

  it('shows what is wrong with the settings', () => {
    const error = Object.assign(new Error('config.json: apiBaseUrl is no text'), { name: 'ConfigError' });
    expect(routeFault(error)).toMatchObject({
      title: 'The app is not set up correctly',
      text: error.message,
    });
  });

  it.each([null, undefined, 'text', 7, {}])('has words for anything else that was thrown: %j', (thrown) => {
    expect(routeFault(thrown).title).toBe('Something went wrong in the app');
  });
});
