import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { forgetDrafts } from '../counter/index.tsx'
import { findUser, isOfficer, type SignedInUser, signOut } from '../staff/index.tsx'

const isOther = (query: Query): boolean => query.queryKey[0] !== 'staff'

const idOf = (user: SignedInUser): string => (isOfficer(user) ? `officer/${user.officerId}` : `staff/${user.staffId}`)

/** Who works here, staff or an employer's officer; signing in as another person clears everything the one before saw or marked. */
export function useStaff() {
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['staff'], queryFn: findUser, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false })
  const signedIn = useCallback(
    (user: SignedInUser): void => {
      const before = client.getQueryData<SignedInUser | null>(['staff']) ?? null
      if (before !== null && idOf(before) === idOf(user)) void client.invalidateQueries({ predicate: isOther })
      else {
        client.removeQueries({ predicate: isOther })
        forgetDrafts()
      }
      client.setQueryData(['staff'], user)
    },
    [client],
  )
  const signedOut = useCallback(async (): Promise<void> => {
    await signOut(client.getQueryData<SignedInUser | null>(['staff']) ?? null).catch(() => undefined)
    client.removeQueries({ predicate: isOther })
    forgetDrafts()
    client.setQueryData(['staff'], null)
  }, [client])
  return { found, signedIn, signedOut }
}
