import type { CounterAccount, CounterCode, CounterReason, findCounterAccountRoute, issueCounterCodeRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export const findAccount = (number: string): Promise<CounterAccount> =>
  callApi<typeof findCounterAccountRoute>('POST', '/api/counter/account-lookups', { body: { number } })

export type CodeOrder = {
  readonly number: string
  readonly originalChecked: boolean
  readonly reason: CounterReason | null
  readonly note: string
}

export const issueCode = (order: CodeOrder): Promise<CounterCode> =>
  callApi<typeof issueCounterCodeRoute>('POST', '/api/counter/activation-codes', { body: order })
