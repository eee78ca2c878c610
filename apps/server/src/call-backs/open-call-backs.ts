import { askCallBackRoute, cancelCallBackRoute, getCallBackWindowsRoute, lookUpCallBacksRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import {
  findStrangersTicket,
  limitStranger,
  openTicket,
  parseContact,
  requireStranger,
  settleOffice,
  ticketCodeOf,
} from '../tickets/index.ts'
import { askCallBack, cancelCallBack } from './ask-call-back.ts'
import { findCallBack, listCallBacksOf } from './call-back-queries.ts'
import { listWindows } from './list-windows.ts'
import { toCallBack } from './to-call-back.ts'

const STRANGER = { kind: 'anonymous' } as const

function askAsStranger(server: Server, platform: Platform): void {
  addRoute(server, askCallBackRoute, async ({ body, request, reply }) => {
    const address = parseContact({ phone: body.phone })
    if (!('phone' in address)) throw new Refusal('ticket-contact')
    const about = `call-back/${body.callBackId}`
    await limitStranger(platform, { request, reply }, { address, about, also: ['call-back-phone'] })
    const by = { actor: STRANGER, requestId: request.id }
    return inTransaction(platform, async (transaction) => {
      const nobody = { askerKind: 'citizen', personId: null, name: '', title: '', officeId: null } as const
      await openTicket(platform, transaction, { ...body, ...nobody, address, filedBy: { kind: 'asker' } }, by)
      const ticket = requireFound(await findStrangersTicket(transaction, body.reportId), 'not-found')
      if (ticket.words !== body.words.trim()) throw new Refusal('not-found')
      const row = await askCallBack(platform, transaction, { ...body, ticket, phone: address.phone }, by)
      return { code: ticketCodeOf(platform.keyring, ticket.reportId), callBack: toCallBack(platform.keyring, row) }
    })
  })
}

/** The side of whoever is not signed in: by number and look-up code of the ticket. */
export function openCallBacks(server: Server, platform: Platform): void {
  askAsStranger(server, platform)
  addRoute(server, getCallBackWindowsRoute, async ({ query: { provinceCode } }) =>
    listWindows(platform.sql, await settleOffice(platform.sql, { personId: null, officeId: null, provinceCode }), 'stranger'),
  )
  addRoute(server, lookUpCallBacksRoute, async ({ body, request, reply }) => {
    const rows = await listCallBacksOf(platform.sql, await requireStranger(platform, { request, reply }, body))
    return { callBacks: rows.map((row) => toCallBack(platform.keyring, row)) }
  })
  addRoute(server, cancelCallBackRoute, async ({ body, request, reply }) => {
    const reportId = await requireStranger(platform, { request, reply }, body)
    return inTransaction(platform, async (transaction) => {
      const waiting = (await listCallBacksOf(transaction, reportId)).find(({ state }) => state === 'waiting')
      const row = requireFound(await findCallBack(transaction, waiting?.callBackId ?? reportId, 'for-update'), 'call-back-settled')
      await cancelCallBack(transaction, row, { actor: STRANGER, requestId: request.id })
      return { callBacks: (await listCallBacksOf(transaction, reportId)).map((one) => toCallBack(platform.keyring, one)) }
    })
  })
}
