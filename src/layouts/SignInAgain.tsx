import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SignInForm } from '#/features/sign-in/SignInForm';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Notice } from '#/ui/Notice';
import styles from './SignInAgain.module.css';

/** The dialog of an ended session: the same account signs in again, or another after a question. */
export function SignInAgain({ username }: { username: string }) {
  const [step, setStep] = useState<'same' | 'ask' | 'other'>('same');
  return (
    <Dialog isOpen title="Your session has ended">
      <Step key={step}>
        {step === 'ask' ? (
          <Notice
            tone="warning"
            title="Use another account?"
            actions={
              <>
                <Button data-autofocus onClick={() => setStep('same')}>
                  Stay with this account
                </Button>
                <Button variant="danger" onClick={() => setStep('other')}>
                  Use another account
                </Button>
              </>
            }
          >
            <p>What you have not saved yet will then be saved under another name than {username}.</p>
          </Notice>
        ) : (
          <>
            <p>Sign in again to go on. Everything you typed is still here.</p>
            <SignInForm
              username={step === 'same' ? username : ''}
              isUsernameFixed={step === 'same'}
              actions={
                step === 'same' && (
                  <Button variant="quiet" onClick={() => setStep('ask')}>
                    Use another account
                  </Button>
                )
              }
            />
          </>
        )}
      </Step>
    </Dialog>
  );
}

/** The control that had the focus is gone with the step before: the new one's first takes it. */
function Step({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first =
      ref.current?.querySelector<HTMLElement>('[data-autofocus]') ?? ref.current?.querySelector('input');
    first?.focus();
  }, []);
  return (
    <div ref={ref} className={styles.body}>
      {children}
    </div>
  );
}
