import type { Case } from '@an-sinh/contract'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { isSomebodyHere } from '../shared/activity.ts'
import { problemCode } from '../shared/api-problem.ts'
import { useOnlyReads } from '../shared/only-reads.tsx'
import { serverNow } from '../shared/server-clock.ts'
import { getCase, lockCase, unlockCase } from './case-requests.ts'

/** Every look at a case is a line in its audit, so the screen looks again only while something is about to change. */
const WATCH_MS = 20_000
const KEEP_LOCK_MS = 60_000
/** A message has left, or never will, by then; later states are seen when the case is opened again. */
const WATCH_MESSAGE_MS = 120_000
const OPEN_STATES: readonly Case['state'][] = ['awaiting-visit', 'received', 'checked', 'expired']
const ON_ITS_WAY: readonly (string | null)[] = ['held', 'queued', 'sent', 'temporary']

/** A colleague holds it, or its decision's message is on its way: what the screen shows will change without us. */
const isMoving = (shown: Case): boolean => {
  if (shown.lock !== null && !shown.lock.mine) return true
  const { decision } = shown
  return decision !== null && ON_ITS_WAY.includes(decision.messageState) && serverNow() < Date.parse(decision.releasesAt) + WATCH_MESSAGE_MS
}

/**
 * Holds the soft lock while the case is on the screen and somebody is at the desk; gives it back on leaving. While a colleague holds it
 * the case is asked for again, so that it opens as soon as they are done.
 */
const useCaseLock = (shown: Case | undefined, onLocked: (until: string) => void, onLost: () => void): void => {
  const registrationId = shown?.registrationId
  // While a colleague is shown to hold it nothing is tried; when the watch sees it free, this runs anew.
  const onlyReads = useOnlyReads()
  const isOpen = !onlyReads && shown !== undefined && OPEN_STATES.includes(shown.state) && (shown.lock === null || shown.lock.mine)
  useEffect(() => {
    if (registrationId === undefined || !isOpen) return undefined
    let held = false
    const keep = async (): Promise<void> => {
      if (!isSomebodyHere()) return
      try {
        onLocked(await lockCase(registrationId))
        held = true
      } catch (error) {
        // A colleague was quicker: show who.
        if (problemCode(error) === 'case-locked') onLost()
        held = false
      }
    }
    void keep()
    const timer = setInterval(() => void keep(), KEEP_LOCK_MS)
    return () => {
      clearInterval(timer)
      // It runs out by itself when this request is lost.
      if (held) unlockCase(registrationId).catch(() => undefined)
    }
  }, [registrationId, isOpen, onLocked, onLost])
}

/** Long enough for the clerk's next key; what was not opened by then is forgotten. */
const AHEAD_MS = 60_000

/** Loads the case that comes next, so that it stands on the screen at once. It is a look like any other, with its line in the audit. */
export const loadAhead = async (client: QueryClient, registrationId: string): Promise<void> => {
  const query = {
    queryKey: ['case', registrationId],
    queryFn: ({ signal }: { signal: AbortSignal }) => getCase(registrationId, signal),
    staleTime: AHEAD_MS,
    gcTime: AHEAD_MS,
  }
  // What could not be loaded now is loaded, and told, when it is opened.
  await client.query(query).catch(() => undefined)
}

/** One case, loaded, watched and locked for this clerk. `keep` puts an answer of the server in the place of what was loaded. */
export function useCase(registrationId: string) {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['case', registrationId],
    queryFn: ({ signal }) => getCase(registrationId, signal),
    // Opened again a moment later a colleague may have decided it: what is shown first is replaced at once.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) && isSomebodyHere() ? WATCH_MS : false),
    refetchOnWindowFocus: false,
  })
  const reload = useCallback(() => void refetch(), [refetch])
  const keep = useCallback(
    (after: Case): void => {
      client.setQueryData(['case', registrationId], after)
      void client.invalidateQueries({ queryKey: ['queue'] })
    },
    [client, registrationId],
  )
  const locked = useCallback(
    (until: string): void => {
      client.setQueryData<Case>(['case', registrationId], (before) => before && { ...before, lock: { staffName: '', mine: true, until } })
    },
    [client, registrationId],
  )
  useCaseLock(data, locked, reload)
  return { shown: data, error, reload, keep }
}
