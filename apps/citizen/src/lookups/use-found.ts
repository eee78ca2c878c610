import type { LookupAreaAnswer, LookupPackage } from '@an-sinh/contract'
import { fillPlace } from '@an-sinh/domain'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { type Found, findPlaces, type Question } from './find-places.ts'

type Answer = { readonly found: readonly Found[]; readonly areas: ReadonlyMap<string, LookupAreaAnswer> }

const PAUSE_MS = 150

/** The text as it was when the typing paused: not every letter is worth a question. */
const usePaused = (typed: string): string => {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}

/** Answers of the server, where no province lies on the phone: of the whole country, or of a kind too large to keep. */
const useAsked = ({ kind, typed, wardCode, type }: Question, provinceCode: string | null, enabled: boolean): UseQueryResult<Answer> => {
  const q = usePaused(typed)
  return useQuery({
    queryKey: ['lookups', kind, q, provinceCode, wardCode, type],
    queryFn: async ({ signal }) => {
      const filter = {
        ...(provinceCode === null ? {} : { provinceCode }),
        ...(wardCode === null ? {} : { wardCode }),
        ...(type === null ? {} : { type }),
      }
      const { places, areas } = await call('GET /api/lookups/:kind', { params: { kind }, query: { q, ...filter }, signal })
      const found = places.map((answer): Found => ({ place: fillPlace(answer), distance: null, open: 'unknown' }))
      return { found, areas: new Map(areas.map((area) => [area.code, area])) }
    },
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** What answers the question: at once from the phone where the province lies on it, else from the server. */
export const useFound = (
  question: Question,
  { provinceCode, held }: { readonly provinceCode: string | null; readonly held: LookupPackage | null },
): { readonly local: Answer | null; readonly asked: UseQueryResult<Answer> } => {
  const isLocal = held !== null && question.kind !== 'employers'
  const { kind, typed, wardCode, type, on, onlyOpen, point } = question
  const local = useMemo(() => {
    if (!isLocal) return null
    const areas = new Map(held.areas.map((area) => [area.code, area]))
    return { found: findPlaces(held, { kind, typed, wardCode, type, on, onlyOpen, point }), areas }
  }, [isLocal, held, kind, typed, wardCode, type, on, onlyOpen, point])
  return { local, asked: useAsked(question, provinceCode, !isLocal) }
}
