import { listCallBacksRoute, recordCallRoute, takeCallBackRoute } from '@an-sinh/contract'
import { civilDateIn, findCallBackRule } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findReport, loadReport, openView } from '../problem-reports/index.ts'
import { appendTicketMove, reachAsker } from '../tickets/index.ts'
import { type CallBackRow, findCallBack, listWaiting, readNow, settleCallBack, takeCallBack } from './call-back-queries.ts'
import { openPhone, toQueued } from './to-call-back.ts'

/** A call that waits, of a ticket that this colleague may read. @throws Refusal `not-found`, `call-back-settled` */
async function requireWaiting(transaction: Transaction, actor: StaffActor, callBackId: string): Promise<CallBackRow> {
  const row = requireFound(await findCallBack(transaction, callBackId, 'for-update'), 'not-found')
  requireFound(await findReport(transaction, row.reportId, await openView(transaction, actor)), 'not-found')
  if (row.state !== 'waiting') throw new Refusal('call-back-settled')
  return row
}

function takeCalls(server: Server, platform: Platform): void {
  addRoute(server, takeCallBackRoute, ({ params: { callBackId }, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'staff')
      const row = await requireWaiting(transaction, actor, callBackId)
      if (row.takenBy !== null && row.takenBy !== actor.staffId && !row.late) throw new Refusal('call-back-taken')
      await takeCallBack(transaction, callBackId, actor.staffId)
      const details = { callBackId, reportId: row.reportId }
      await recordAudit(transaction, { actor, action: 'call-back-taken', personId: row.askerId, requestId: request.id, details })
      const taken = requireFound(await findCallBack(transaction, callBackId), 'not-found')
      return { ...toQueued(platform.keyring, taken, actor.staffId), phone: openPhone(platform.keyring, taken) }
    }),
  )
}

/** Nobody answered: after the last try the asker is told by SMS and chooses anew. */
async function noteMissed(
  platform: Platform,
  transaction: Transaction,
  row: CallBackRow,
  by: { actor: StaffActor; requestId: string },
): Promise<{ state: string; tries: number }> {
  const { callBackId, reportId } = row
  const tries = row.tries + 1
  const { triesMax } = findCallBackRule(civilDateIn((await readNow(transaction)).getTime()))
  const state = tries >= triesMax ? 'missed' : 'waiting'
  await settleCallBack(transaction, callBackId, { state, tries })
  await appendTicketMove(platform, transaction, {
    reportId,
    kind: 'called',
    by: { staffId: by.actor.staffId },
    words: 'Đã gọi, không ai nghe máy.',
    shownToAsker: true,
    answers: false,
  })
  await recordAudit(transaction, { ...by, action: 'call-back-missed', personId: row.askerId, details: { callBackId, reportId, tries } })
  const report = requireFound(await loadReport(transaction, reportId), 'not-found')
  if (state === 'missed') await reachAsker(platform, transaction, report, { key: `call-back/${callBackId}`, state: 'call-missed' })
  return { state, tries }
}

function recordCalls(server: Server, platform: Platform): void {
  addRoute(server, recordCallRoute, ({ params: { callBackId }, body, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'staff')
      const row = await requireWaiting(transaction, actor, callBackId)
      if (row.takenBy !== actor.staffId) throw new Refusal('call-back-taken')
      if (row.tries !== body.tries) throw new Refusal('call-back-counted')
      const by = { actor, requestId: request.id }
      if (body.outcome === 'missed') return noteMissed(platform, transaction, row, by)
      if (body.words.trim() === '') throw new Refusal('report-words')
      await settleCallBack(transaction, callBackId, { state: 'done', tries: row.tries + 1 })
      await appendTicketMove(platform, transaction, {
        reportId: row.reportId,
        kind: body.answers ? 'answered' : 'called',
        by: { staffId: actor.staffId },
        words: body.words.trim(),
        shownToAsker: true,
        answers: body.answers,
      })
      const details = { callBackId, reportId: row.reportId }
      await recordAudit(transaction, { ...by, action: 'call-back-done', personId: row.askerId, details })
      return { state: 'done', tries: row.tries + 1 }
    }),
  )
}

/** The queue of those who wait for a call; the whole number is seen by who calls alone. */
export function deskCallBacks(server: Server, platform: Platform): void {
  addRoute(server, listCallBacksRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const rows = await listWaiting(platform.sql, await openView(platform.sql, actor))
    return { now: (await readNow(platform.sql)).toISOString(), items: rows.map((row) => toQueued(platform.keyring, row, actor.staffId)) }
  })
  takeCalls(server, platform)
  recordCalls(server, platform)
}
