import { QueryClient } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    // api/http.ts repeats reads where that is right; a second layer of retries would multiply the waits.
    // With this network mode a lost connection is no pause, so that coming back has to be asked for.
    queries: { retry: false, networkMode: 'always', staleTime: 30_000, refetchOnReconnect: true },
  },
});
