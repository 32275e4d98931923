import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#/api/http/errors';
import { signIn } from '#/api/session/signIn';
import { attemptSignIn } from './attempt';

vi.mock('#/api/session/signIn', () => ({ signIn: vi.fn<typeof signIn>() }));

const send = vi.mocked(signIn);
const input = { username: 'maria@lisboa.example', password: 'secret', code: null, staySignedIn: true };

beforeEach(() => {
  send.mockReset();
});

describe('an attempt to sign in', () => {
  it.each([
    [{ username: '' }, 'email', 'Enter your email'],
    [{ password: '' }, 'password', 'Enter your password'],
    [{ code: '' }, 'code', 'Enter the authentication code'],
  ] as const)('sends nothing while something is missing: %j', async (gap, at, text) => {
    const { problem } = await attemptSignIn({ ...input, ...gap });
    expect(problem).toEqual({ at, text });
    expect(send).not.toHaveBeenCalled();
  });

  it('names everything that is missing, the first to begin with', async () => {
    const { problem, others } = await attemptSignIn({ ...input, username: ' ', password: '', code: '' });
    expect([problem, ...(others ?? [])].map((gap) => gap?.at)).toEqual(['email', 'password', 'code']);
  });

  it('sends a code only when one was asked for', async () => {
    send.mockResolvedValue({ status: 'signedIn' });
    await attemptSignIn(input);
    expect(send).toHaveBeenLastCalledWith({
      username: input.username,
      password: 'secret',
      staySignedIn: true,
    });
    await attemptSignIn({ ...input, code: '123456', staySignedIn: null });
    expect(send).toHaveBeenLastCalledWith({ username: input.username, password: 'secret', totp: '123456' });
  });

  it.each([
    '123 456',
    ' 123456\n',
    '123-456',
    '123\u2011456',
    '１２３４５６',
    '123\u00A0456',
    '\u200B123\u2009456\uFEFF',
    '\u202A123456\u202C',
    '١٢٣٤٥٦',
    '۱۲۳۴۵۶',
  ])('sends the digits of the code alone: %j', async (code) => {
    send.mockResolvedValue({ status: 'signedIn' });
    await attemptSignIn({ ...input, code });
    expect(send.mock.lastCall?.[0].totp).toBe('123456');
  });

  it('sends nothing for a code without digits', async () => {
    expect((await attemptSignIn({ ...input, code: ' \u200B-' })).problem?.at).toBe('code');
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ' maria@lisboa.example\n',
    '\u00A0maria@lisboa.example\u200B',
    '\u202Amaria\u00AD@lisboa.example\u202C',
  ])('sends the name without what nobody sees: %j', async (username) => {
    send.mockResolvedValue({ status: 'signedIn' });
    await attemptSignIn({ ...input, username, password: ' as typed\u200B ' });
    expect(send.mock.lastCall?.[0]).toMatchObject({
      username: 'maria@lisboa.example',
      password: ' as typed\u200B ',
    });
  });

  it('says at the password that the pair is wrong', async () => {
    send.mockResolvedValue({ status: 'wrongCredentials' });
    const { problem, isSignedIn } = await attemptSignIn(input);
    expect(problem).toEqual({ at: 'password', text: 'The email or password is incorrect.' });
    expect(isSignedIn).toBe(false);
  });

  it('asks for the code without calling it an error, and says when it was wrong', async () => {
    send.mockResolvedValueOnce({ status: 'needsCode', message: null });
    expect(await attemptSignIn(input)).toEqual({ isSignedIn: false, needsCode: true, problem: null });
    send.mockResolvedValueOnce({ status: 'needsCode', message: 'Wrong code' });
    expect((await attemptSignIn({ ...input, code: '1' })).problem).toEqual({
      at: 'code',
      text: 'Wrong code',
    });
  });

  it('sends the person to the vendor’s site to reset the password', async () => {
    send.mockResolvedValue({ status: 'mustResetPassword' });
    expect((await attemptSignIn(input)).problem).toMatchObject({ at: 'form', isReset: true });
  });

  it('shows any other answer as it came', async () => {
    send.mockResolvedValue({ status: 'failed', message: 'account_locked' });
    expect((await attemptSignIn(input)).problem).toEqual({ at: 'form', text: 'account_locked' });
  });

  it('names what may be behind an answer that never came', async () => {
    send.mockRejectedValue(new ApiError({ kind: 'network', outcome: 'unknown' }));
    expect((await attemptSignIn(input)).problem?.text).toMatch(
      /^Can’t reach Nexudus\. No readable answer came.*CORS/,
    );
  });
});
