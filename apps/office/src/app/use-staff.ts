import type { Staff } from '@an-sinh/contract'
import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { forgetDrafts } from '../counter/index.tsx'
import { findStaff, signOut } from '../staff/index.tsx'

const isOther = (query: Query): boolean => query.queryKey[0] !== 'staff'

/** Who works here; signing in as another person clears everything the one before saw or marked. */
export function useStaff() {
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['staff'], queryFn: findStaff, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false })
  const signedIn = useCallback(
    (staff: Staff): void => {
      const before = client.getQueryData<Staff | null>(['staff'])
      if (before?.staffId === staff.staffId) void client.invalidateQueries({ predicate: isOther })
      else {
        client.removeQueries({ predicate: isOther })
        forgetDrafts()
      }
      client.setQueryData(['staff'], staff)
    },
    [client],
  )
  const signedOut = useCallback(async (): Promise<void> => {
    await signOut().catch(() => undefined)
    client.removeQueries({ predicate: isOther })
    forgetDrafts()
    client.setQueryData(['staff'], null)
  }, [client])
  return { found, signedIn, signedOut }
}
