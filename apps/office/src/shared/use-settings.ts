import type { getPublicSettingsRoute } from '@an-sinh/contract'
import { useQuery } from '@tanstack/react-query'
import { callApi } from './call-api.ts'

/** Hotline, demo mark and undo time of this installation. */
export const useSettings = () =>
  useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => callApi<typeof getPublicSettingsRoute>('GET', '/api/settings', { signal }),
    staleTime: 600_000,
  }).data
