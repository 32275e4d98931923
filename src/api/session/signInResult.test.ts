import { describe, expect, it } from 'vitest';
import { toSignInResult } from './signInResult';

const denied = (code: string | null, message: string | null) =>
  ({ kind: 'denied', code, message, status: 400 }) as const;

describe('a refused sign-in', () => {
  it.each([
    ['invalid_grant', 'The user name or password is incorrect.'],
    ['invalid_grant', 'invalid_grant'],
    ['invalid_grant', null],
  ])('with %s, “%s” is about the email or password', (code, message) => {
    expect(toSignInResult(denied(code, message), false)).toEqual({ status: 'wrongCredentials' });
  });

  it.each([
    ['two_factor_auth_check', 'A code is needed.'],
    ['two_factor_auth_check', 'two_factor_auth_check'],
    ['invalid_grant', 'two_factor_auth_check'],
  ])('with %s, “%s” asks for a code, without reproach', (code, message) => {
    expect(toSignInResult(denied(code, message), false)).toEqual({ status: 'needsCode', message: null });
  });

  it.each([
    [
      'two_factor_auth_check',
      'The authentication code is not valid.',
      'The authentication code is not valid.',
    ],
    ['invalid_grant', 'two_factor_auth_check', 'The code was not accepted.'],
    ['two_factor_auth_check', null, 'The code was not accepted.'],
    ['invalid_grant', 'The two-factor code has expired.', 'The two-factor code has expired.'],
  ])('with %s, “%s” after a code says that the code was not accepted', (code, message, shown) => {
    expect(toSignInResult(denied(code, message), true)).toEqual({ status: 'needsCode', message: shown });
  });

  it('with a code and a wrong password is about the password', () => {
    const message = 'The user name or password is incorrect.';
    expect(toSignInResult(denied('invalid_grant', message), true)).toEqual({ status: 'wrongCredentials' });
  });

  it.each([
    ['must_reset_password', 'Reset it.'],
    ['invalid_grant', 'must_reset_password'],
  ])('with %s, “%s” asks for a new password', (code, message) => {
    expect(toSignInResult(denied(code, message), false)).toEqual({ status: 'mustResetPassword' });
  });

  it.each([
    ['invalid_grant', 'Your account has no API access.', 'Your account has no API access.'],
    ['unsupported_grant_type', 'unsupported_grant_type', 'unsupported_grant_type'],
    [null, 'Come back later.', 'Come back later.'],
    ['odd', null, 'odd'],
    [null, null, 'The server refused the sign-in (400).'],
  ])('with %s, “%s” is shown as it came', (code, message, shown) => {
    expect(toSignInResult(denied(code, message), false)).toEqual({ status: 'failed', message: shown });
  });
});

describe('a sign-in that could not be decided', () => {
  it('says how long to wait', () => {
    expect(toSignInResult({ kind: 'throttled', seconds: 1 }, false)).toMatchObject({
      message: 'Nexudus asked us to wait. Try again in a second.',
    });
    expect(toSignInResult({ kind: 'throttled', seconds: 30 }, false)).toMatchObject({
      message: 'Nexudus asked us to wait. Try again in 30 seconds.',
    });
  });

  it.each(['network', 'timeout', 'server', 'unreadable'] as const)('has words for %s', (reason) => {
    const result = toSignInResult({ kind: 'failed', reason }, false);
    expect(result.status).toBe('failed');
    expect('message' in result && result.message).toMatch(/^[A-Z].+\.$/);
  });
});
