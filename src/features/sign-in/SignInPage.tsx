import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { BrandMark } from '../../ui/BrandMark';
import { PageHeading } from '../../ui/PageHeading';
import { sessionReady, useSession } from './queries';
import { safeNext } from './safeNext';
import { SignInForm } from './SignInForm';
import styles from './SignInPage.module.css';

export default function SignInPage() {
  const session = useSession();
  const [params] = useSearchParams();

  useEffect(() => {
    void sessionReady();
  }, []);

  if (session.status === 'signedIn') return <Navigate to={safeNext(params.get('next'))} replace />;
  return (
    <div className="shell">
      <header className="shell-header">
        <span className="shell-brand">
          <BrandMark />
          Course sections
        </span>
      </header>
      <main className="shell-main">
        <div className={styles.sheet}>
          <PageHeading>Sign in</PageHeading>
          {session.status === 'unknown' ? (
            <p role="status" className={styles.waiting}>
              Looking for your session in other tabs…
            </p>
          ) : (
            <>
              <p className={styles.lead}>Use the account with which you manage your space on Nexudus.</p>
              <SignInForm username={session.status === 'ended' ? session.username : ''} />
            </>
          )}
        </div>
      </main>
    </div>
  );
}
