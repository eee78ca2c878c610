import type {
  AccountDesk,
  AccountLookReason,
  askPhoneAtCounterRoute,
  cancelPhoneAtCounterRoute,
  CounterCode,
  CounterReason,
  DeskMove,
  DeskReason,
  endMandateAtCounterRoute,
  giveMandateAtCounterRoute,
  issueCounterCodeRoute,
  moveAccountRoute,
  openAccountDeskRoute,
  printCodeSlipRoute,
  provePhoneAtCounterRoute,
  reissueFirstPasswordRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export const findAccount = (number: string, reason: AccountLookReason | null): Promise<AccountDesk> =>
  callApi<typeof openAccountDeskRoute>('POST', '/api/counter/account-lookups', { body: { number, reason } })

export type CodeOrder = {
  readonly number: string
  readonly originalChecked: boolean
  readonly reason: CounterReason | null
  readonly note: string
}

export const issueCode = (order: CodeOrder): Promise<CounterCode> =>
  callApi<typeof issueCounterCodeRoute>('POST', '/api/counter/activation-codes', { body: order })

export const fetchSlip = (number: string, code: string): Promise<Blob> =>
  fetchFile<typeof printCodeSlipRoute>('POST', '/api/counter/activation-code-slips', { body: { number, code } })

/** What every act at the desk needs. `actId` is drawn once per form: sent twice it is one act. */
export type DeskOrder = {
  readonly actId: string
  readonly number: string
  readonly originalChecked: boolean
  readonly reason: DeskReason | null
  readonly note: string
}
export type Mandate = {
  readonly readerNumber: string
  readonly areas: ('card' | 'participation' | 'benefits' | 'medical-book')[]
  readonly lastOn: string
  readonly paperSeen: boolean
}

export const moveAccount = (order: DeskOrder, move: DeskMove): Promise<AccountDesk> =>
  callApi<typeof moveAccountRoute>('POST', '/api/counter/account-moves', { body: { ...order, move } })

export const sendFirstPassword = (order: DeskOrder): Promise<AccountDesk> =>
  callApi<typeof reissueFirstPasswordRoute>('POST', '/api/counter/first-passwords', { body: order })

export const askPhone = (order: DeskOrder, phone: string, endDevices: boolean): Promise<AccountDesk> =>
  callApi<typeof askPhoneAtCounterRoute>('POST', '/api/counter/phone-changes', { body: { ...order, phone, endDevices } })

export const provePhone = (changeId: string, number: string, code: string): Promise<AccountDesk> =>
  callApi<typeof provePhoneAtCounterRoute>('POST', '/api/counter/phone-changes/:changeId/proof', {
    params: { changeId },
    body: { number, code },
  })

export const cancelPhone = (order: DeskOrder, changeId: string): Promise<AccountDesk> =>
  callApi<typeof cancelPhoneAtCounterRoute>('POST', '/api/counter/phone-changes/:changeId/cancellation', {
    params: { changeId },
    body: order,
  })

export const giveMandate = (order: DeskOrder, mandate: Mandate): Promise<AccountDesk> =>
  callApi<typeof giveMandateAtCounterRoute>('POST', '/api/counter/mandates', { body: { ...order, ...mandate } })

export const endMandate = (order: DeskOrder, representationId: string): Promise<AccountDesk> =>
  callApi<typeof endMandateAtCounterRoute>('POST', '/api/counter/mandates/:representationId/ending', {
    params: { representationId },
    body: order,
  })
