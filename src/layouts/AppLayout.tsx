import { useQueryClient } from '@tanstack/react-query';
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import {
  Link,
  NavigationType,
  Outlet,
  ScrollRestoration,
  useLocation,
  useMatch,
  useNavigate,
  useNavigation,
  useNavigationType,
} from 'react-router-dom';
import { signOut } from '#/api/session/session';
import { useSession } from '#/features/sign-in/queries';
import { leaveGuard } from '#/forms/leaveGuard';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { BrandMark } from '#/ui/BrandMark';
import { Button } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import styles from './AppLayout.module.css';
import type { LayoutContext } from './layoutContext';
import { LoadingLayout } from './LoadingLayout';
import { BareLayout } from './RouteError';
import { SessionDialog } from './SessionDialog';

const loadDeferredHeader = async () => (await import('./DeferredHeader')).DeferredHeader;
const frame: LayoutContext = { hasMain: true };

/** The frame of every page behind the sign-in. */
export function AppLayout() {
  const session = useSession();
  const isLoading = useNavigation().state === 'loading';
  const isLeaving = useRef(false);
  useSignedOut(session.status === 'signedOut', isLeaving);
  usePageFocus();

  // Every page asks for the session before anything else: this is an address without a page.
  if (session.status === 'unknown') {
    return (
      <BareLayout>
        <Outlet context={frame} />
      </BareLayout>
    );
  }
  // Without the page its guard is gone too, so that signing out elsewhere drops the data here at once.
  if (session.status === 'signedOut') return <LoadingLayout />;
  return (
    <div className="shell">
      <a className={styles.skip} href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header username={session.username} onSignOut={() => (isLeaving.current = true)} />
      <div id="bars" className={styles.bars}>
        <SessionDialog />
      </div>
      <main id="main" tabIndex={-1} className="shell-main" aria-busy={isLoading}>
        {isLoading && <div className={styles.progress} />}
        <Outlet context={frame} />
      </main>
      <ScrollRestoration />
    </div>
  );
}

/** The address stays: a step in the history that the router did not make gets past the question about unsaved work. */
function skip(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Header({ username, onSignOut }: { username: string; onSignOut: () => void }) {
  const leaveAndSignOut = async () => {
    if (!(await leaveGuard.confirmLeave())) return;
    onSignOut();
    signOut();
  };
  const below = useMatch(`${paths.courses()}/*`)?.params['*'];
  // Who is there already begins anew.
  const courses = below === '' ? { to: paths.courses() } : wayBack(paths.courses(), parseInt(below ?? ''));
  return (
    <header className="shell-header">
      <Link className="shell-brand" aria-label="Course sections" {...courses}>
        <BrandMark />
        <span className={styles.name}>Course sections</span>
      </Link>
      <nav aria-label="Main" className={styles.nav}>
        <Link {...courses} aria-current={below === undefined ? undefined : 'page'}>
          Courses
        </Link>
      </nav>
      <div className={styles.account}>
        <LazyPart name="Drafts" load={loadDeferredHeader} props={{ username }} />
        <span className={styles.user} dir="auto">
          {username}
        </span>
        <Button variant="quiet" title={username} onClick={leaveAndSignOut}>
          Sign out
        </Button>
      </div>
    </header>
  );
}

/** After signing out, here or in another tab, nothing that was read stays in memory. Who did not do it here comes back. */
function useSignedOut(isSignedOut: boolean, isLeaving: RefObject<boolean>) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedOut) return;
    queryClient.clear();
    const next = isLeaving.current ? undefined : pathname + search;
    void navigate(paths.signIn(next), { replace: true, state: { isFromElsewhere: next !== undefined } });
  }, [isSignedOut, isLeaving, navigate, pathname, search, queryClient]);
}

/** A navigation moves the focus to the new page's heading, which is read out; the first load leaves it alone. */
function usePageFocus() {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const isFirst = useRef(true);
  const lastPath = useRef<string | null>(null);
  useEffect(() => {
    const isLoad = isFirst.current && type === NavigationType.Pop;
    isFirst.current = false;
    if (isLoad || lastPath.current === pathname) {
      lastPath.current = pathname;
      return;
    }
    lastPath.current = pathname;
    const main = document.getElementById('main');
    // The page has given the focus to something of its own, e.g. to the row that was just created.
    if (main !== document.activeElement && main?.contains(document.activeElement)) return;
    // A heading that comes later takes the focus over from main (ui/PageHeading).
    (main?.querySelector<HTMLElement>('h1') ?? main)?.focus({ preventScroll: true });
  }, [pathname, type]);
}
