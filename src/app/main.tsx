import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider, type RouterState } from 'react-router-dom';
import { tolerateForeignChanges } from '#/lib/foreignDom';
import { keepSteps } from '#/lib/historySteps';
import { pathAhead } from '#/lib/pathAhead';
import { createRoutes } from './routes';

const notePath = ({ navigation, location }: RouterState) =>
  pathAhead.set((navigation.location ?? location).pathname);

/** Called by boot.ts when the settings are known. */
export function startApp(root: HTMLElement): void {
  tolerateForeignChanges();
  keepSteps();
  const router = createRoutes();
  notePath(router.state);
  router.subscribe(notePath);
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
