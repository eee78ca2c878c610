import type { Registration } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'

export const registrationKey = (registrationId: string): readonly string[] => ['registration', registrationId]

const FORM_SOON_MS = 3000

/** One's own registration; asked again while the form is being made, which takes seconds. */
export const useRegistration = (registrationId: string): UseQueryResult<Registration> =>
  useQuery({
    queryKey: registrationKey(registrationId),
    queryFn: async () => call('GET /api/registrations/:registrationId', { params: { registrationId } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'submitted' ? FORM_SOON_MS : false),
  })
