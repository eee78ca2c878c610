import { QueryClient } from '@tanstack/react-query'
import { isPassing } from './failure.ts'

const RETRIES = 2

/** One for the app. Only what may pass by itself is tried again; a refusal is shown at once. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: (count, failure) => count < RETRIES && isPassing(failure), staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
