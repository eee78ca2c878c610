import { askOwnCallBackRoute, cancelOwnCallBackRoute, getOwnCallBackWindowsRoute, listOwnCallBacksRoute } from '@an-sinh/contract'
import { maskPhone } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findTicket, openTicket, parseContact, settleOffice } from '../tickets/index.ts'
import { askCallBack, cancelCallBack } from './ask-call-back.ts'
import { findCallBack, listCallBacksOfPerson } from './call-back-queries.ts'
import { listWindows } from './list-windows.ts'
import { toCallBack } from './to-call-back.ts'

/** The phone that was typed, else that of the account. @throws Refusal `ticket-contact` */
async function settlePhone(sql: Queryable, personId: number, typed: string | null): Promise<string> {
  if (typed === null || typed.trim() === '') return requireFound((await findAccount(sql, personId))?.phone, 'ticket-contact')
  const contact = parseContact({ phone: typed })
  if (!('phone' in contact)) throw new Refusal('ticket-contact')
  return contact.phone
}

function askOwnCallBack(server: Server, platform: Platform): void {
  addRoute(server, askOwnCallBackRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const by = { actor, requestId: request.id }
    const phone = await settlePhone(platform.sql, personId, body.phone)
    await platform.limits.consume('call-back', `person/${personId}`)
    return inTransaction(platform, async (transaction) => {
      if ((await findTicket(transaction, personId, body.reportId)) === null) {
        const nobodyElse = { askerKind: 'citizen', name: '', address: null, title: '', officeId: null, provinceCode: null } as const
        await openTicket(platform, transaction, { ...body, ...nobodyElse, personId, filedBy: { kind: 'asker' } }, by)
      }
      const ticket = requireFound(await findTicket(transaction, personId, body.reportId), 'not-found')
      return toCallBack(platform.keyring, await askCallBack(platform, transaction, { ...body, ticket, phone }, by))
    })
  })
}

export function ownCallBacks(server: Server, platform: Platform): void {
  askOwnCallBack(server, platform)
  addRoute(server, getOwnCallBackWindowsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const officeId = await settleOffice(platform.sql, { personId, officeId: null, provinceCode: null })
    const phone = (await findAccount(platform.sql, personId))?.phone ?? null
    return { ...(await listWindows(platform.sql, officeId, 'person')), phoneMasked: phone === null ? null : maskPhone(phone) }
  })
  addRoute(server, listOwnCallBacksRoute, async ({ request }) => {
    const rows = await listCallBacksOfPerson(platform.sql, requireActor(request, 'citizen').personId)
    return { callBacks: rows.map((row) => toCallBack(platform.keyring, row)) }
  })
  addRoute(server, cancelOwnCallBackRoute, ({ params: { callBackId }, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'citizen')
      const row = await findCallBack(transaction, callBackId, 'for-update')
      if (row === null || row.askerKind !== 'citizen' || row.askerId !== actor.personId) throw new Refusal('not-found')
      await cancelCallBack(transaction, row, { actor, requestId: request.id })
      return toCallBack(platform.keyring, requireFound(await findCallBack(transaction, callBackId), 'not-found'))
    }),
  )
}
