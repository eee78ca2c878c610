import { type CounterAccount, findCounterAccountRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, maskPhone } from '@an-sinh/domain'
import { findLogin, type Login } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'

const NO_ACCOUNT = {
  citizenReads: { vi: 'Chưa có tài khoản giao dịch điện tử.', en: 'There is no account yet.' },
  nextStep: { vi: 'Hướng dẫn người này đăng ký giao dịch điện tử.', en: 'Guide this person to register.' },
  mayResetPassword: false,
} as const

const toAnswer = ({ account }: Login, person: NonNullable<Login['person']>): CounterAccount => {
  const rule = account === null ? NO_ACCOUNT : ACCOUNT_STATES[account.state]
  return {
    fullName: person.fullName,
    bornOn: person.bornOn,
    sex: person.sex,
    insuranceNumber: person.insuranceNumber,
    nationalId: person.nationalId,
    phoneMasked: account === null ? null : maskPhone(account.phone),
    stateSentence: rule.citizenReads,
    nextStep: rule.nextStep,
    mayIssue: rule.mayResetPassword,
  }
}

/** What a clerk needs to compare a person at the counter with the register, and nothing of their insurance. */
export function findCounterAccount(server: Server, platform: Platform): void {
  addRoute(server, findCounterAccountRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('counter-account-lookup', String(actor.staffId))
    const login = await findLogin(platform, body.number)
    const person = requireFound(login.person, 'person-unknown')
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, { actor, action: 'account-looked-up', personId: person.personId, requestId: request.id }),
    )
    return toAnswer(login, person)
  })
}
