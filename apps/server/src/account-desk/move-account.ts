import { type DeskMove, moveAccountRoute } from '@an-sinh/contract'
import { type AccountState, decideAccountMove } from '@an-sinh/domain'
import { stopNow } from '../account-stops/index.ts'
import { type Account, deleteTickets, moveAccountState, revokeSessions } from '../accounts/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { insertAct } from './account-desk-queries.ts'
import { recordAct } from './record-act.ts'
import { type Order, requirePerson, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** Where the move leads. @throws Refusal `account-move-closed`, `supervisor-needed` */
const requireMove = (actor: StaffActor, account: Account, move: DeskMove): AccountState => {
  const decided = decideAccountMove(account.state, move, actor.role === 'supervisor' ? 'supervisor' : 'clerk')
  if (decided.ok) return decided.to
  throw new Refusal(decided.code === 'not-yours' ? 'supervisor-needed' : 'account-move-closed')
}

const WORDS = {
  hold: { action: 'account-held', content: { event: 'account-held' } },
  release: { action: 'account-released', content: { event: 'account-released' } },
} as const

/** Held: whoever is signed in is out at once. */
const holdOrRelease = async (
  platform: Platform,
  transaction: Transaction,
  { account, move, to, actId }: { account: Account; move: 'hold' | 'release'; to: AccountState; actId: string },
): Promise<void> => {
  const { personId } = account
  if (!(await moveAccountState(transaction, personId, account.state, to))) throw new Refusal('account-move-closed')
  if (move === 'hold') {
    await revokeSessions(transaction, personId)
    await deleteTickets(transaction, personId)
  }
  await tellPerson(platform, transaction, account, { key: `account-desk/${actId}`, content: WORDS[move].content })
}

type Stop = { actor: StaffActor; account: Account; order: Order; requestId: string }

/** At once: the person stands there, or is dead. */
const stop = async (platform: Platform, transaction: Transaction, { actor, account, order, requestId }: Stop) => {
  const { actId, note, originalChecked } = order
  const { staffId, officeId } = actor
  const [reason, { personId }] = [requireReason(actor, order), account]
  if (!(await insertAct(transaction, { personId, actId, kind: 'stop', reason, note: note.trim(), staffId, officeId }))) return []
  const line = { actor, key: `account-desk/${actId}`, reasonCode: reason, requestId, details: { actId, originalChecked } }
  return requireFound(await stopNow(platform, transaction, account, line), 'account-move-closed')
}

export function moveAccount(server: Server, platform: Platform): void {
  addRoute(server, moveAccountRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    const found = await requirePerson(platform, actor, body.number)
    const account = requireFound(found.account, 'account-unknown')
    const { move, actId } = body
    const removals = await inTransaction(platform, async (transaction) => {
      if (move === 'stop') {
        requireMove(actor, account, move)
        return stop(platform, transaction, { actor, account, order: body, requestId: request.id })
      }
      const { action } = WORDS[move]
      const { personId } = account
      if (!(await recordAct(transaction, { actor, personId, kind: move, order: body, action, request }))) return []
      await holdOrRelease(platform, transaction, { account, move, to: requireMove(actor, account, move), actId })
      return []
    })
    for (const remove of removals) await remove()
    return showDesk(platform, actor, found.person, null)
  })
}
