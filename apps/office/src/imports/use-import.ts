import type { ImportAnswer } from '@an-sinh/contract'
import { useQuery } from '@tanstack/react-query'
import { getImport } from './import-requests.ts'

const RESTING: ReadonlySet<ImportAnswer['state']> = new Set(['preview', 'applied', 'partly', 'refused', 'discarded', 'undone'])
const WORKING_MS = 1000

/** An import, asked again every second while the server works on it. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: ['import', importId],
    queryFn: () => getImport(importId),
    refetchInterval: ({ state }) => (state.data !== undefined && RESTING.has(state.data.state) ? false : WORKING_MS),
  })
