import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { Failure } from './failure.ts'
import type { AnswerTo } from './routes.ts'

export type PublicSettings = AnswerTo<'GET /api/settings'>

/** Without a network the service worker's kept answer is read where it lies: nothing is asked. */
const readSettings = async (): Promise<PublicSettings> => {
  if (navigator.onLine || !('caches' in globalThis)) return call('GET /api/settings', {})
  const kept = await caches.match('/api/settings')
  if (kept === undefined) throw new Failure('offline')
  // Kept from the same contract by the service worker.
  return (await kept.json()) as PublicSettings
}

/** Hotline, privacy text version, whether this is a demonstration; undefined until known. */
export const useSettings = (): PublicSettings | undefined =>
  useQuery({ queryKey: ['settings'], queryFn: readSettings, staleTime: 600_000 }).data
