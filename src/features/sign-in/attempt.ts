import { describeError } from '#/api/http/describeError';
import { signIn, type SignInResult } from '#/api/session/signIn';
import { codeOf, emailOf } from './typed';

/** What stands between the person and the app, and the control that can cure it. */
export interface Problem {
  readonly text: string;
  readonly at: 'email' | 'password' | 'code' | 'form';
  /** The way out is on the vendor's site. */
  readonly isReset?: boolean;
}

/** As it was typed. */
export interface SignInInput {
  readonly username: string;
  readonly password: string;
  /** Null until the server has asked for one. */
  readonly code: string | null;
  /** Null: as at the last sign-in. */
  readonly staySignedIn: boolean | null;
}

/** `problem: null` with `needsCode` is a first request for the code: nothing is wrong yet. */
export interface Attempt {
  readonly isSignedIn: boolean;
  readonly needsCode: boolean;
  /** The first of them. */
  readonly problem: Problem | null;
  /** What else is missing. */
  readonly others?: readonly Problem[];
}

const failed = (problem: Problem | null, needsCode = false): Attempt => ({
  isSignedIn: false,
  needsCode,
  problem,
});

function missing({ username, password, code }: SignInInput): Problem[] {
  const gaps: Problem[] = [];
  if (username === '') gaps.push({ at: 'email', text: 'Enter your email' });
  if (password === '') gaps.push({ at: 'password', text: 'Enter your password' });
  if (code === '') gaps.push({ at: 'code', text: 'Enter the authentication code' });
  return gaps;
}

const mustReset: Problem = {
  at: 'form',
  isReset: true,
  text: 'Your password has to be reset before you can sign in.',
};

function outcome(result: SignInResult): Attempt {
  if (result.status === 'signedIn') return { isSignedIn: true, needsCode: false, problem: null };
  if (result.status === 'wrongCredentials') {
    return failed({ at: 'password', text: 'The email or password is incorrect.' });
  }
  if (result.status === 'mustResetPassword') return failed(mustReset);
  const { message } = result;
  if (result.status === 'needsCode')
    return failed(message === null ? null : { at: 'code', text: message }, true);
  return failed({ at: 'form', text: message ?? '' });
}

/** One attempt to sign in; every way it can end is a value. Nothing is sent while something is missing. */
export async function attemptSignIn(typed: SignInInput): Promise<Attempt> {
  const username = emailOf(typed.username);
  const code = typed.code === null ? null : codeOf(typed.code);
  const [gap, ...others] = missing({ ...typed, username, code });
  if (gap) return { ...failed(gap), others };
  const { password, staySignedIn } = typed;
  try {
    return outcome(
      await signIn({
        username,
        password,
        ...(code === null ? {} : { totp: code }),
        ...(staySignedIn === null ? {} : { staySignedIn }),
      }),
    );
  } catch (error) {
    const { title, text } = describeError(error);
    return failed({ at: 'form', text: `${title}. ${text}` });
  }
}
