import type {
  Answers,
  getPublicSettingsRoute,
  listProvincesRoute,
  listWardsRoute,
  printForm01Route,
  proveWalkInPhoneRoute,
  sendWalkInCodeRoute,
  startWalkInRoute,
  submitWalkInRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

const WALK_IN = '/api/counter/walk-ins/:registrationId'

export type WalkInSource = 'qr' | 'chip' | 'typed'

/** A draft of this desk; the person was shown the page about their data. The same id again is the same draft. */
export const startWalkIn = async (registrationId: string, source: WalkInSource): Promise<number> => {
  const { privacyTextVersion } = await callApi<typeof getPublicSettingsRoute>('GET', '/api/settings', {})
  const body = { registrationId, source, privacyTextVersion, privacyTold: true }
  return (await callApi<typeof startWalkInRoute>('POST', '/api/counter/walk-ins', { body })).version
}

/** → the phone as it may be shown. */
export const sendCode = async (registrationId: string, phone: string): Promise<string> =>
  (await callApi<typeof sendWalkInCodeRoute>('POST', `${WALK_IN}/phone-codes`, { params: { registrationId }, body: { phone } })).phoneMasked

export const proveCode = async (registrationId: string, code: string): Promise<string> =>
  (await callApi<typeof proveWalkInPhoneRoute>('POST', `${WALK_IN}/phone-proof`, { params: { registrationId }, body: { code } }))
    .phoneMasked

export const submitWalkIn = async (registrationId: string, sent: { answers: Answers; version: number }): Promise<string> =>
  (await callApi<typeof submitWalkInRoute>('POST', `${WALK_IN}/submission`, { params: { registrationId }, body: sent })).fileNumber

/** Form 01 of a case that waits for it, as PDF. */
export const getForm01 = async (registrationId: string): Promise<Blob> =>
  fetchFile<typeof printForm01Route>('GET', '/api/counter/registrations/:registrationId/form-01', { params: { registrationId } })

type Units = readonly { readonly code: string; readonly name: string }[]

export const listProvinces = async (signal: AbortSignal): Promise<Units> =>
  (await callApi<typeof listProvincesRoute>('GET', '/api/provinces', { signal })).provinces.map(({ code, fullName }) => ({
    code,
    name: fullName,
  }))

export const listWards = async (provinceCode: string, signal: AbortSignal): Promise<Units> =>
  (await callApi<typeof listWardsRoute>('GET', '/api/wards', { query: { provinceCode }, signal })).wards.map(({ code, fullName }) => ({
    code,
    name: fullName,
  }))
