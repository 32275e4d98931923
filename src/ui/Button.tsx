import { type ComponentProps, type MouseEvent, useRef, useState } from 'react';
import styles from './Button.module.css';
import { Spinner } from './Spinner';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button for something that is a link: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(variant: ButtonVariant = 'secondary'): string {
  return `${styles.button} ${styles[variant]}`;
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'onClick'> {
  /** Of a promise: until it has settled the button is busy, and what is pressed again was meant once. */
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void | Promise<void>;
  variant?: ButtonVariant;
  /** Keeps the button's name, focus and place; clicks do nothing meanwhile, and a spinner shows after 0.3 s. */
  isBusy?: boolean;
  /** Why it can't be used now: clicks do nothing, and it keeps its focus and tells the reason. null: it can. */
  disabledReason?: string | null;
  /** In a dialog: takes the first focus. */
  'data-autofocus'?: boolean;
  /** With `quiet`: in the ink of what is not to be pressed lightly. */
  'data-danger'?: boolean;
}

export function Button({
  variant,
  isBusy = false,
  disabledReason = null,
  onClick,
  className,
  children,
  type,
  ...rest
}: ButtonProps) {
  const [isPending, setIsPending] = useState(false);
  const isAtWork = useRef(false);
  const isWorking = isBusy || isPending;
  const isOff = isWorking || disabledReason !== null;
  const handleClick = async (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault();
    if (isOff || isAtWork.current) return;
    isAtWork.current = true;
    try {
      const work = onClick?.(event);
      if (work) setIsPending(true);
      await work;
    } finally {
      isAtWork.current = false;
      setIsPending(false);
    }
  };
  return (
    <button
      {...rest}
      // `disabled` would throw the focus away, and a submit button must not submit twice by keyboard either.
      type={type === 'submit' ? 'submit' : 'button'}
      aria-disabled={isOff || undefined}
      title={disabledReason ?? rest.title}
      data-reason={disabledReason ?? undefined}
      className={className ? `${buttonClass(variant)} ${className}` : buttonClass(variant)}
      onClick={(event) => void handleClick(event)}
    >
      <span className={styles.content}>{children}</span>
      {isWorking && <Spinner className={styles.spinner} />}
    </button>
  );
}
