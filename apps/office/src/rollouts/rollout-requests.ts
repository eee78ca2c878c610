import type { BodyOf, getRolloutRoute, listRolloutPeopleRoute, Rollout, RolloutPeople, setRolloutTargetRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type PeopleQuery = { readonly department?: string; readonly state?: string; readonly search?: string; readonly after?: string }
export type NewTarget = BodyOf<typeof setRolloutTargetRoute>

export const getRollout = (department: string | null, signal: AbortSignal): Promise<Rollout> =>
  callApi<typeof getRolloutRoute>('GET', '/api/employer/rollout', { query: department === null ? {} : { department }, signal })

export const listRolloutPeople = (query: PeopleQuery, signal: AbortSignal): Promise<RolloutPeople> =>
  callApi<typeof listRolloutPeopleRoute>('GET', '/api/employer/rollout/people', { query: query as never, signal })

export const setRolloutTarget = (body: NewTarget): Promise<undefined> =>
  callApi<typeof setRolloutTargetRoute>('POST', '/api/employer/rollout/targets', { body })
