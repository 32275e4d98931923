import { type ComponentProps, useId } from 'react';
import controls from '#/ui/controls.module.css';
import type { Problem } from './attempt';

interface SignInFieldProps extends ComponentProps<'input'> {
  name: Problem['at'];
  label: string;
  hint?: string;
  'data-autofocus'?: boolean | undefined;
  problem: Problem | null;
}

export function SignInField({ label, hint, problem, ...input }: SignInFieldProps) {
  const id = useId();
  const error = problem?.at === input.name ? problem.text : null;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={controls.field}>
      <label className={controls.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={controls.hint}>
          {hint}
        </p>
      )}
      <p
        id={`${id}-error`}
        role="alert"
        dir="auto"
        className={error ? controls.error : undefined}
        hidden={!error}
      >
        {error}
      </p>
      <input
        {...input}
        id={id}
        className={controls.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
    </div>
  );
}
