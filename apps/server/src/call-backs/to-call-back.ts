import type { CallBack, QueuedCallBack } from '@an-sinh/contract'
import { maskPhone } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { CallBackRow } from './call-back-queries.ts'

const contextOf = (callBackId: string): string => `call-back/${callBackId}`

export const sealPhone = (keyring: Keyring, callBackId: string, phone: string): Buffer =>
  keyring.encrypt('ticket', phone, contextOf(callBackId))

/** Empty once it was erased. */
export const openPhone = (keyring: Keyring, { callBackId, phone }: CallBackRow): string =>
  phone === null ? '' : keyring.decrypt('ticket', phone, contextOf(callBackId)).toString('utf8')

const maskedOf = (keyring: Keyring, row: CallBackRow): string => {
  const phone = openPhone(keyring, row)
  return phone === '' ? '' : maskPhone(phone)
}

export const toCallBack = (keyring: Keyring, row: CallBackRow): CallBack => ({
  callBackId: row.callBackId,
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  officeName: row.officeName,
  on: row.on,
  starts: row.starts,
  ends: row.ends,
  state: row.state,
  tries: row.tries,
  phoneMasked: maskedOf(keyring, row),
})

export const toQueued = (keyring: Keyring, row: CallBackRow, staffId: number): QueuedCallBack => ({
  callBackId: row.callBackId,
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  askerKind: row.askerKind,
  title: row.title,
  officeName: row.officeName,
  on: row.on,
  starts: row.starts,
  ends: row.ends,
  tries: row.tries,
  late: row.late,
  phoneMasked: maskedOf(keyring, row),
  caller: row.takenBy === null ? null : { staffName: row.callerName ?? '', mine: row.takenBy === staffId },
})
