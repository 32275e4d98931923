/** What every page behind the sign-in needs. As `pages.ts` this is part of the entry, which asks for it early. */
export const loadLayout = () => import('./AuthenticatedLayout');
export const loadLoaders = () => import('./loaders');
