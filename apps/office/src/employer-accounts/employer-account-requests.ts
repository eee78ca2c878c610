import type {
  addOfficerRoute,
  AnswerOf,
  beginActivationRoute,
  BodyOf,
  changeOfficerRoute,
  endOrganisationRoute,
  finishActivationRoute,
  getOrganisationRoute,
  listOfficerActsRoute,
  listOfficersRoute,
  listOrganisationActsRoute,
  makeAdministratorRoute,
  OfficerActs,
  OfficerSlip,
  openOrganisationRoute,
  Organisation,
  renewOfficerCodeRoute,
  renewOwnOfficerCodeRoute,
  searchEmployersRoute,
  stopOfficerRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type FoundEmployers = AnswerOf<typeof searchEmployersRoute>['employers']
export type NewOfficer = BodyOf<typeof addOfficerRoute>
export type OfficerList = AnswerOf<typeof listOfficersRoute>

export const searchEmployers = async (q: string): Promise<FoundEmployers> =>
  (await callApi<typeof searchEmployersRoute>('GET', '/api/counter/employers', { query: { q } })).employers
export const getOrganisation = (employerCode: string): Promise<Organisation> =>
  callApi<typeof getOrganisationRoute>('GET', '/api/counter/employers/:employerCode', { params: { employerCode } })
export const openOrganisation = (employerCode: string, kind: 'employer' | 'school'): Promise<Organisation> =>
  callApi<typeof openOrganisationRoute>('PUT', '/api/counter/employers/:employerCode/organisation', {
    params: { employerCode },
    body: { kind },
  })
export const endOrganisation = (employerCode: string, reason: string): Promise<Organisation> =>
  callApi<typeof endOrganisationRoute>('POST', '/api/counter/employers/:employerCode/organisation/ending', {
    params: { employerCode },
    body: { reason },
  })
export const makeAdministrator = (employerCode: string, body: BodyOf<typeof makeAdministratorRoute>): Promise<OfficerSlip> =>
  callApi<typeof makeAdministratorRoute>('POST', '/api/counter/employers/:employerCode/officers', { params: { employerCode }, body })
export const stopOfficer = (employerCode: string, officerId: number): Promise<Organisation> =>
  callApi<typeof stopOfficerRoute>('POST', '/api/counter/employers/:employerCode/officers/:officerNo/stop', {
    params: { employerCode, officerNo: String(officerId) },
  })
export const renewCode = (employerCode: string, officerId: number): Promise<OfficerSlip> =>
  callApi<typeof renewOfficerCodeRoute>('POST', '/api/counter/employers/:employerCode/officers/:officerNo/codes', {
    params: { employerCode, officerNo: String(officerId) },
  })
export const listOrganisationActs = (employerCode: string, before: string | null): Promise<OfficerActs> =>
  callApi<typeof listOrganisationActsRoute>('GET', '/api/counter/employers/:employerCode/acts', {
    params: { employerCode },
    query: before === null ? {} : { before },
  })

export const listOfficers = (signal: AbortSignal): Promise<OfficerList> =>
  callApi<typeof listOfficersRoute>('GET', '/api/employer/officers', { signal })
export const addOfficer = (body: NewOfficer): Promise<OfficerSlip> =>
  callApi<typeof addOfficerRoute>('POST', '/api/employer/officers', { body })
export const changeOfficer = (officerId: number, body: BodyOf<typeof changeOfficerRoute>): Promise<OfficerList> =>
  callApi<typeof changeOfficerRoute>('PUT', '/api/employer/officers/:officerNo', { params: { officerNo: String(officerId) }, body })
export const renewOwnCode = (officerId: number): Promise<OfficerSlip> =>
  callApi<typeof renewOwnOfficerCodeRoute>('POST', '/api/employer/officers/:officerNo/codes', { params: { officerNo: String(officerId) } })
export const listOfficerActs = (before: string | null): Promise<OfficerActs> =>
  callApi<typeof listOfficerActsRoute>('GET', '/api/employer/acts', { query: before === null ? {} : { before } })

export const beginActivation = (body: BodyOf<typeof beginActivationRoute>): Promise<AnswerOf<typeof beginActivationRoute>> =>
  callApi<typeof beginActivationRoute>('POST', '/api/employer/activations', { body })
export const finishActivation = (body: BodyOf<typeof finishActivationRoute>): Promise<undefined> =>
  callApi<typeof finishActivationRoute>('POST', '/api/employer/activations/completion', { body })
