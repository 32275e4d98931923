import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { forgetSections } from '#/api/sections/knownSections';
import { useOneTimeState } from '#/forms/oneTimeState';
import { forgetLists } from '#/lib/rememberedLists';
import { PageHeading } from '#/ui/PageHeading';
import { ShellHeader } from '#/ui/ShellHeader';
import { sessionReady, useSession } from './queries';
import { safeNext } from './safeNext';
import { SignInForm } from './SignInForm';
import styles from './SignInPage.module.css';

export default function SignInPage() {
  const session = useSession();
  const next = safeNext(useSearchParams()[0].get('next'));
  const arrival = useOneTimeState() as { isFromElsewhere?: boolean } | null;
  const isSignedIn = session.status === 'signedIn';
  const navigate = useNavigate();

  useEffect(() => {
    void sessionReady();
  }, []);
  useEffect(() => {
    if (session.status !== 'signedOut') return;
    forgetSections();
    forgetLists();
  }, [session.status]);
  useEffect(() => {
    if (isSignedIn) void navigate(next, { replace: true });
  }, [isSignedIn, navigate, next]);

  if (isSignedIn) return null;
  return (
    <div className="shell">
      <ShellHeader />
      <main className="shell-main">
        <div className={styles.sheet}>
          <p className={styles.about}>Create, edit and order the sections of your courses on Nexudus.</p>
          <PageHeading>Sign in</PageHeading>
          {session.status === 'unknown' ? (
            <p role="status" className={styles.waiting}>
              Looking for your session in other tabs…
            </p>
          ) : (
            <>
              <p className={styles.lead}>
                {arrival?.isFromElsewhere
                  ? 'You were signed out in another tab. Sign in to go on where you were.'
                  : 'Use the account with which you manage your space on Nexudus.'}
              </p>
              <SignInForm
                username={session.status === 'ended' ? session.username : ''}
                actions={
                  <a className={styles.forgot} href="https://dashboard.nexudus.com">
                    Forgot your password?
                  </a>
                }
              />
              <p className={styles.foot}>
                Course sections is an app of its own and not affiliated with Nexudus. Version {APP_VERSION}.
              </p>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
