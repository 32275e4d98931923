import { createBrowserRouter, type LoaderFunctionArgs, redirect, type RouteObject } from 'react-router-dom';
import { LoadingLayout } from '#/layouts/LoadingLayout';
import { NotFoundPage } from '#/layouts/NotFoundPage';
import { RouteError } from '#/layouts/RouteError';
import { loadSignedIn, pages } from './pages';
import { paths } from '#/paths';
import type { loaders } from './signedIn';

/** A page behind the sign-in: its code and its reads start at the same time. */
function page(path: string, name: keyof typeof loaders): RouteObject {
  return {
    path,
    loader: async (args: LoaderFunctionArgs) => (await loadSignedIn()).loaders[name](args),
    lazy: async () => ({ Component: (await pages[name]()).default }),
  };
}

/** The route tree. */
export const createRoutes = () =>
  createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <LoadingLayout />,
      children: [
        {
          path: '/sign-in',
          lazy: async () => ({ Component: (await pages.signIn()).default }),
        },
        {
          lazy: async () => ({ Component: (await loadSignedIn()).AuthenticatedLayout }),
          children: [
            {
              errorElement: <RouteError />,
              children: [
                { path: '/', loader: () => redirect(paths.courses()) },
                page('/courses', 'courses'),
                page('/courses/:courseId/sections', 'courseSections'),
                page('/sections/new', 'newSection'),
                page('/sections/:sectionId/edit', 'editSection'),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
