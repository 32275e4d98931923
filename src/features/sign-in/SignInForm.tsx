import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#/ui/Button';
import { Checkbox } from '#/ui/Checkbox';
import { Notice } from '#/ui/Notice';
import { TextInput } from '#/ui/TextInput';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import { type Attempt, attemptSignIn, type Problem } from './attempt';
import styles from './SignInForm.module.css';

interface SignInFormProps {
  /** The account to begin with. */
  username?: string;
  /** When the session ended over unsaved work, that work belongs to one account. */
  isUsernameFixed?: boolean;
  /** More buttons beside “Sign in”. */
  actions?: ReactNode;
}

const start: Attempt = { isSignedIn: false, needsCode: false, problem: null };

function read(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * The form of the sign-in page and of the dialog over a page whose session ended. The fields are uncontrolled, since
 * password managers fill them without events. What follows a success is decided by the session's state, not here.
 */
export function SignInForm({ username = '', isUsernameFixed = false, actions }: SignInFormProps) {
  const [attempt, setAttempt] = useState(start);
  const [isBusy, setIsBusy] = useState(false);
  const isSending = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const [isShown, setIsShown] = useState(false);
  const { needsCode, problem, others = [] } = attempt;
  const problems = problem ? [problem, ...others] : [];

  useEffect(() => {
    const first = isUsernameFixed ? 'password' : 'email';
    const name = problem?.at ?? (needsCode ? 'code' : first);
    const target = form.current?.elements.namedItem(name);
    if (target instanceof HTMLInputElement) target.focus();
  }, [problem, needsCode, isUsernameFixed]);

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending.current) return;
    const data = new FormData(event.currentTarget);
    isSending.current = true;
    // Browsers keep what a box for passwords holds, and forms remember the rest.
    setIsShown(false);
    setIsBusy(true);
    const result = await attemptSignIn({
      username: read(data, 'email'),
      password: read(data, 'password'),
      code: needsCode ? read(data, 'code') : null,
      staySignedIn: isUsernameFixed ? null : data.has('stay'),
    });
    isSending.current = false;
    setIsBusy(false);
    // A code that was asked for once stays on the screen: nothing typed is lost to another mistake.
    setAttempt({ ...result, needsCode: needsCode || result.needsCode });
  };

  return (
    <form ref={form} noValidate className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
      <div role="alert">{problem?.at === 'form' && <FormProblem problem={problem} />}</div>
      <TextInput
        name="email"
        label="Email"
        {...errorAt(problems, 'email')}
        defaultValue={username}
        readOnly={isUsernameFixed}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={styles.password}>
        <TextInput
          name="password"
          label="Password"
          {...errorAt(problems, 'password')}
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus={isUsernameFixed || undefined}
        />
        <button
          type="button"
          className={styles.show}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          Show<VisuallyHidden> password</VisuallyHidden>
        </button>
      </div>
      {needsCode && (
        <TextInput
          name="code"
          label="Authentication code"
          {...errorAt(problems, 'code')}
          hint="From your authenticator app."
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
      )}
      {!isUsernameFixed && <Checkbox label="Stay signed in on this tab" name="stay" defaultChecked />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Sign in
        </Button>
        {actions}
        <VisuallyHidden>
          <span role="status">{isBusy ? 'Signing in…' : ''}</span>
        </VisuallyHidden>
      </div>
    </form>
  );
}

const errorAt = (problems: readonly Problem[], name: Problem['at']) => ({
  error: problems.find(({ at }) => at === name)?.text ?? null,
  errorRole: 'alert' as const,
});

function FormProblem({ problem }: { problem: Problem }) {
  return (
    <Notice tone="danger">
      <p dir="auto">{problem.text}</p>
      {problem.isReset && (
        <p>
          Do this at <a href="https://spaces.nexudus.com">spaces.nexudus.com</a>, then come back and sign in.
        </p>
      )}
    </Notice>
  );
}
