import { createBrowserRouter, redirect, type RouteObject } from 'react-router-dom';
import { LoadingLayout } from '#/layouts/LoadingLayout';
import { NotFoundPage } from '#/layouts/NotFoundPage';
import { RouteError } from '#/layouts/RouteError';
import { type PageName, pageNames, paths, patterns } from '#/paths';
import { loadLayout, loadLoaders } from './behindSignIn';
import { pages } from './pages';

const isPublic = (name: PageName) => pages[name].isPublic === true;

function publicRoute(name: PageName): RouteObject {
  return {
    path: patterns[name],
    lazy: async () => ({ Component: (await pages[name].load()).default }),
  };
}

/** Behind the sign-in: the page's code and its reads start at the same time. */
function pageRoute(name: PageName): RouteObject {
  return {
    ...publicRoute(name),
    loader: async (args) => (await loadLoaders()).loadPage(pages[name], args),
  };
}

/** The route tree of the table of pages. */
export const createRoutes = () =>
  createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <LoadingLayout />,
      children: [
        ...pageNames.filter(isPublic).map(publicRoute),
        {
          lazy: async () => ({ Component: (await loadLayout()).AuthenticatedLayout }),
          children: [
            {
              errorElement: <RouteError />,
              children: [
                // The empty element keeps the router from warning that nothing is shown.
                { path: paths.home(), element: null, loader: () => redirect(paths.courses()) },
                ...pageNames.filter((name) => !isPublic(name)).map(pageRoute),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
