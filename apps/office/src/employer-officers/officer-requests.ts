import type { AnswerOf, getEmployerHomeRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type EmployerHome = AnswerOf<typeof getEmployerHomeRoute>

export const getEmployerHome = (signal: AbortSignal): Promise<EmployerHome> =>
  callApi<typeof getEmployerHomeRoute>('GET', '/api/employer/home', { signal })
