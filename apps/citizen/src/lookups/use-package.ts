import type { LookupPackage } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { fetchPackage, findKeptPackage } from './kept-package.ts'

const LONG = { staleTime: 600_000, gcTime: 3_600_000 } as const

/** Everything of one province: what lies on the phone at once, and what the server says now in its place as soon as it came. */
export const usePackage = (
  provinceCode: string | null,
): { readonly held: LookupPackage | null; readonly fresh: UseQueryResult<LookupPackage> } => {
  const enabled = provinceCode !== null
  const kept = useQuery({
    queryKey: ['lookup-package', 'kept', provinceCode],
    queryFn: async () => findKeptPackage(provinceCode ?? ''),
    enabled,
    ...LONG,
  })
  const fresh = useQuery({
    queryKey: ['lookup-package', provinceCode],
    queryFn: async () => fetchPackage(provinceCode ?? ''),
    enabled,
    ...LONG,
  })
  return { held: fresh.data ?? kept.data ?? null, fresh }
}
