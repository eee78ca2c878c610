import type {
  answerOnSiteVisitRoute,
  askOnSiteVisitRoute,
  BodyOf,
  cancelVisitPlanRoute,
  EmployerVisits,
  getEmployerVisitsRoute,
  getOfficeVisitsRoute,
  keepVisitPlanRoute,
  OfficeVisits,
  printVisitDayRoute,
  proposeVisitPlanRoute,
  setOfficeCapacityRoute,
  settleOnSiteVisitRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export const getEmployerVisits = (signal: AbortSignal): Promise<EmployerVisits> =>
  callApi<typeof getEmployerVisitsRoute>('GET', '/api/employer/visit-plans', { signal })

export const proposePlan = (): Promise<EmployerVisits> =>
  callApi<typeof proposeVisitPlanRoute>('POST', '/api/employer/visit-plans', { body: { departments: null } })

export const keepPlan = (planId: string): Promise<EmployerVisits> =>
  callApi<typeof keepVisitPlanRoute>('POST', '/api/employer/visit-plans/:planId/keep', { params: { planId } })

export const cancelPlan = (planId: string): Promise<EmployerVisits> =>
  callApi<typeof cancelVisitPlanRoute>('POST', '/api/employer/visit-plans/:planId/cancellation', { params: { planId } })

export const fetchDay = (planId: string, on: string): Promise<Blob> =>
  fetchFile<typeof printVisitDayRoute>('GET', '/api/employer/visit-plans/:planId/days/:on', { params: { planId, on } })

export const askOnSite = (body: BodyOf<typeof askOnSiteVisitRoute>): Promise<EmployerVisits> =>
  callApi<typeof askOnSiteVisitRoute>('POST', '/api/employer/on-site-visits', { body })

export const settleOnSite = (visitId: string, settles: 'accept' | 'withdraw'): Promise<EmployerVisits> =>
  callApi<typeof settleOnSiteVisitRoute>('POST', '/api/employer/on-site-visits/:visitId/settlement', {
    params: { visitId },
    body: { settles },
  })

export const getOfficeVisits = (signal: AbortSignal): Promise<OfficeVisits> =>
  callApi<typeof getOfficeVisitsRoute>('GET', '/api/counter/visit-plans', { signal })

export const answerOnSite = (visitId: string, body: BodyOf<typeof answerOnSiteVisitRoute>): Promise<OfficeVisits> =>
  callApi<typeof answerOnSiteVisitRoute>('POST', '/api/counter/on-site-visits/:visitId/answer', { params: { visitId }, body })

export const setCapacity = (body: BodyOf<typeof setOfficeCapacityRoute>): Promise<OfficeVisits> =>
  callApi<typeof setOfficeCapacityRoute>('PUT', '/api/counter/office-capacities', { body })
