import { Link } from 'react-router-dom';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { buttonClass } from '#/ui/Button';
import { PageHeading } from '#/ui/PageHeading';

/** An address that belongs to no page: a wrong path, or an id that is none. */
export function NotFoundPage() {
  return (
    <>
      <PageHeading>Page not found</PageHeading>
      <p>Nothing is at this address. It may have been mistyped, or cut off when it was copied.</p>
      <p>
        <Link className={buttonClass('primary')} {...wayBack(paths.courses())}>
          Go to the courses
        </Link>
      </p>
    </>
  );
}
