import type { Case } from '@an-sinh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { isSomebodyHere } from '../shared/activity.ts'
import { problemCode } from '../shared/api-problem.ts'
import { getCase, lockCase, unlockCase } from './case-requests.ts'

const WATCH_MS = 10_000
const KEEP_LOCK_MS = 60_000
const OPEN_STATES: readonly Case['state'][] = ['awaiting-visit', 'received', 'checked', 'expired']

/** Somebody else holds it, or a decision is on its way: what the screen shows will change without us. */
const isMoving = (shown: Case | undefined): boolean =>
  shown !== undefined &&
  ((shown.lock !== null && !shown.lock.mine) || (shown.decision !== null && shown.decision.messageState !== 'delivered'))

/**
 * Holds the soft lock while the case is on the screen and somebody is at the desk; gives it back on leaving. While a colleague holds it
 * the case is asked for again, so that it opens as soon as they are done.
 */
const useCaseLock = (shown: Case | undefined, onChanged: () => void): void => {
  const registrationId = shown?.registrationId
  const isOpen = shown !== undefined && OPEN_STATES.includes(shown.state)
  useEffect(() => {
    if (registrationId === undefined || !isOpen) return undefined
    let held = false
    const keep = async (): Promise<void> => {
      if (!isSomebodyHere()) return
      try {
        await lockCase(registrationId)
        if (!held) onChanged()
        held = true
      } catch (error) {
        if (held || problemCode(error) === 'case-locked') onChanged()
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
  }, [registrationId, isOpen, onChanged])
}

/** One case, loaded, watched and locked for this clerk. `keep` puts an answer of the server in the place of what was loaded. */
export function useCase(registrationId: string) {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['case', registrationId],
    queryFn: ({ signal }) => getCase(registrationId, signal),
    refetchInterval: (query) => (isMoving(query.state.data) && isSomebodyHere() ? WATCH_MS : false),
  })
  const reload = useCallback(() => void refetch(), [refetch])
  const keep = useCallback(
    (after: Case): void => {
      client.setQueryData(['case', registrationId], after)
      void client.invalidateQueries({ queryKey: ['queue'] })
    },
    [client, registrationId],
  )
  useCaseLock(data, reload)
  return { shown: data, error, reload, keep }
}
