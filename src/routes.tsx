import type { ComponentType } from 'react';
import { createBrowserRouter, type LoaderFunctionArgs, redirect, type RouteObject } from 'react-router-dom';
import { LoadingFrame } from './layouts/LoadingFrame';
import { NotFoundPage } from './layouts/NotFoundPage';
import { RouteError } from './layouts/RouteError';
import { paths } from './paths';
import type { loaders } from './signedIn';

type Page = { default: ComponentType };

/** A page behind the sign-in: its code and its reads start at the same time. */
function page(path: string, name: keyof typeof loaders, load: () => Promise<Page>): RouteObject {
  return {
    path,
    loader: async (args: LoaderFunctionArgs) => (await import('./signedIn')).loaders[name](args),
    lazy: async () => ({ Component: (await load()).default }),
  };
}

/** The route tree. */
export const createRoutes = () =>
  createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <LoadingFrame />,
      children: [
        {
          path: '/sign-in',
          lazy: async () => ({ Component: (await import('./features/sign-in/SignInPage')).default }),
        },
        {
          lazy: async () => ({ Component: (await import('./signedIn')).SignedInFrame }),
          children: [
            {
              errorElement: <RouteError />,
              children: [
                { path: '/', loader: () => redirect(paths.courses()) },
                page('/courses', 'courses', () => import('./features/courses/CoursesPage')),
                page(
                  '/courses/:courseId/sections',
                  'courseSections',
                  () => import('./features/sections/SectionsPage'),
                ),
                page('/sections/new', 'newSection', () => import('./features/sections/CreateSectionPage')),
                page(
                  '/sections/:sectionId/edit',
                  'editSection',
                  () => import('./features/sections/EditSectionPage'),
                ),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
