import { type ReactNode, useEffect } from 'react';
import { Link, useLocation, useNavigate, useOutletContext, useRouteError } from 'react-router-dom';
import { mayReloadNow } from '#/lib/newVersion';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button, buttonClass } from '#/ui/Button';
import { ErrorPanel } from '#/ui/ErrorPanel';
import { PageHeading } from '#/ui/PageHeading';
import { ShellHeader } from '#/ui/ShellHeader';
import type { LayoutContext } from './layoutContext';
import { NotFoundPage } from './NotFoundPage';
import { type RouteFault, routeFault } from './routeFault';

/** The boundary of every route, within the frame or, when the frame itself broke, with one of its own. */
export function RouteError() {
  const frame = useOutletContext<LayoutContext | undefined>();
  const fault = routeFault(useRouteError());
  const content = fault.kind === 'notFound' ? <NotFoundPage /> : <Fault fault={fault} />;
  return frame?.hasMain ? content : <BareLayout>{content}</BareLayout>;
}

function Fault({ fault }: { fault: RouteFault }) {
  const navigate = useNavigate();
  const location = useLocation();
  const here = location.pathname + location.search;

  const { kind } = fault;
  useEffect(() => {
    // The form of the page before has asked its question: there is nothing here to lose.
    if (kind === 'newVersion' && mayReloadNow(() => sessionStorage, Date.now())) window.location.reload();
  }, [kind]);

  // Going where we are runs the loaders again and takes the boundary's error away.
  const retry = () => void navigate(here, { replace: true });
  return (
    <>
      <PageHeading>{fault.title}</PageHeading>
      <ErrorPanel
        text={fault.text}
        details={fault.details}
        onRetry={fault.canRetry ? retry : undefined}
        actions={
          <>
            {fault.kind === 'newVersion' && (
              <Button variant="primary" onClick={() => window.location.reload()}>
                Reload
              </Button>
            )}
            {fault.kind === 'session' && (
              <Link className={buttonClass('primary')} to={paths.signIn(here)}>
                Sign in
              </Link>
            )}
            <Link className={buttonClass('secondary')} {...wayBack(paths.courses())}>
              Go to the courses
            </Link>
          </>
        }
      />
    </>
  );
}

/** Around what needs no session. */
export function BareLayout({ children }: { children: ReactNode }) {
  return (
    <div className="shell">
      <ShellHeader href={paths.home()} />
      <main className="shell-main">{children}</main>
    </div>
  );
}
