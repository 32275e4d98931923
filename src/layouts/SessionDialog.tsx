import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSession } from '../features/sign-in/queries';
import { onFirstUse } from '../lib/onFirstUse';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { LatePart } from '../ui/LatePart';
import { Notice } from '../ui/Notice';
import styles from './SessionDialog.module.css';

const loadSignInForm = async () => (await import('../features/sign-in/SignInForm')).SignInForm;

/** Opens over the page when its session ends: what was typed stays below, untouched. One dialog for any number of 401s. */
export function SessionDialog() {
  const session = useSession();
  useReadAgain(session.status === 'signedIn');
  // Early enough that no deployment in the meantime can take the form away.
  useEffect(() => onFirstUse(() => void loadSignInForm().catch(() => undefined)), []);
  return session.status === 'ended' ? <EndedDialog username={session.username} /> : null;
}

/** What could not be read for want of a session is read once there is one again; forms wait for their user. */
function useReadAgain(isSignedIn: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [isSignedIn, queryClient]);
}

function EndedDialog({ username }: { username: string }) {
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
            <LatePart
              name="Signing in"
              load={loadSignInForm}
              props={{
                username: step === 'same' ? username : '',
                isUsernameFixed: step === 'same',
                actions: step === 'same' && (
                  <Button variant="quiet" onClick={() => setStep('ask')}>
                    Use another account
                  </Button>
                ),
              }}
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
