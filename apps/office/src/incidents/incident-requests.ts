import type {
  AnswerOf,
  BodyOf,
  DeskIncident,
  getStatusRoute,
  listIncidentSignalsRoute,
  listIncidentsRoute,
  moveIncidentDeadlinesRoute,
  openIncidentRoute,
  previewIncidentDeadlinesRoute,
  SystemStatus,
  undoIncidentDeadlinesRoute,
  updateIncidentRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type NewIncident = BodyOf<typeof openIncidentRoute>
export type NewWord = BodyOf<typeof updateIncidentRoute>
export type Days = BodyOf<typeof previewIncidentDeadlinesRoute>
export type DeadlinePreview = AnswerOf<typeof previewIncidentDeadlinesRoute>

export const listIncidents = (signal: AbortSignal): Promise<AnswerOf<typeof listIncidentsRoute>> =>
  callApi<typeof listIncidentsRoute>('GET', '/api/content/incidents', { signal })
export const listSignals = (signal: AbortSignal): Promise<AnswerOf<typeof listIncidentSignalsRoute>> =>
  callApi<typeof listIncidentSignalsRoute>('GET', '/api/content/incident-signals', { signal })
export const openIncident = (body: NewIncident): Promise<DeskIncident> =>
  callApi<typeof openIncidentRoute>('POST', '/api/content/incidents', { body })
export const updateIncident = (incidentId: string, body: NewWord): Promise<DeskIncident> =>
  callApi<typeof updateIncidentRoute>('POST', '/api/content/incidents/:incidentId/updates', { params: { incidentId }, body })
export const previewDeadlines = (incidentId: string, body: Days): Promise<DeadlinePreview> =>
  callApi<typeof previewIncidentDeadlinesRoute>('POST', '/api/content/incidents/:incidentId/deadline-previews', {
    params: { incidentId },
    body,
  })
export const moveDeadlines = (incidentId: string, body: Days & { readonly orderId: string }): Promise<DeskIncident> =>
  callApi<typeof moveIncidentDeadlinesRoute>('POST', '/api/content/incidents/:incidentId/deadlines', { params: { incidentId }, body })
export const undoDeadlines = (incidentId: string, orderId: string): Promise<DeskIncident> =>
  callApi<typeof undoIncidentDeadlinesRoute>('POST', '/api/content/incidents/:incidentId/deadlines/:orderId/undo', {
    params: { incidentId, orderId },
  })
export const getStatus = (signal: AbortSignal): Promise<SystemStatus> => callApi<typeof getStatusRoute>('GET', '/api/status', { signal })
