import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { tolerateForeignChanges } from '#/lib/foreignDom';
import { keepSteps } from '#/lib/historySteps';
import { createRoutes } from './routes';

/** Called by boot.ts when the settings are known. */
export function startApp(root: HTMLElement): void {
  tolerateForeignChanges();
  keepSteps();
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={createRoutes()} />
    </StrictMode>,
  );
}
