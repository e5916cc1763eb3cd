import type { ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Entry } from '../session/entry.tsx';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

/** A page for applicants, who have no account yet. */
export function Outside(props: { title: string; lead?: string; children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <Entry wide {...props} />
    </QueryClientProvider>
  );
}
