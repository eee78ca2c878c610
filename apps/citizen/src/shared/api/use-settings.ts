import { useQuery } from '@tanstack/react-query'
import { callAndKeep } from './call-and-keep.ts'
import { Failure } from './failure.ts'
import type { AnswerTo } from './routes.ts'

export type PublicSettings = AnswerTo<'GET /api/settings'>

/** What the service worker kept, from the same contract; null when it kept nothing. */
const readKept = async (): Promise<PublicSettings | null> => {
  const kept = 'caches' in globalThis ? await caches.match('/api/settings') : undefined
  return kept === undefined ? null : ((await kept.json()) as PublicSettings)
}

/** Without a network the kept answer is read where it lies and nothing is asked; with a server in trouble the hotline's number is needed most. */
const readSettings = async (): Promise<PublicSettings> => {
  const asked = navigator.onLine ? callAndKeep('GET /api/settings', {}) : Promise.reject(new Failure('offline'))
  return asked.catch(async (failure: unknown) => {
    const kept = await readKept().catch(() => null)
    if (kept === null) throw failure
    return kept
  })
}

/** Hotline, privacy text version, whether this is a demonstration; undefined until known. */
export const useSettings = (): PublicSettings | undefined =>
  useQuery({ queryKey: ['settings'], queryFn: readSettings, staleTime: 600_000 }).data
