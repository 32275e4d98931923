import { QueryClientProvider } from '@tanstack/react-query';
import { AppLayout } from '#/layouts/AppLayout';
import { queryClient } from './queryClient';

/** Around every page behind the sign-in: the sign-in page does without the query library. */
export function AuthenticatedLayout() {
  return (
    <QueryClientProvider client={queryClient}>
      <AppLayout />
    </QueryClientProvider>
  );
}
