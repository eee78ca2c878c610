import { decideAccountMove } from '@an-sinh/domain'
import { type Account, deleteTickets, findAccount, revokeSessions, stopAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { cancelOpenChanges } from '../contacts/index.ts'
import { eraseDocuments, listPortraitHolders } from '../documents/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { Actor, SystemActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type AccountStopRow, cancelOpenStops, listDueStops, markStopApplied } from './account-stop-queries.ts'

const ACTOR: SystemActor = { kind: 'system', job: 'apply-account-stops' }
const AT_ONCE = 500

/** RETENTION_RULES `portrait`: kept while the account lives, gone with it. */
const erasePortraits = async (platform: Platform, transaction: Transaction, personId: number): Promise<(() => Promise<void>)[]> => {
  const removals: (() => Promise<void>)[] = []
  for (const registrationId of await listPortraitHolders(transaction, personId))
    removals.push((await eraseDocuments(platform, transaction, { registrationId, kinds: ['portrait'] })).removeFiles)
  return removals
}

type Stop = { actor: Actor; key: string; reasonCode?: string; requestId?: string; details: Record<string, string | boolean> }

/**
 * Signing in ends, what waited is forgotten, the person hears of it; the register, the history and the card stay as they are. Answers how files
 * that went with the account are removed, once the transaction has committed; null when it was stopped already.
 */
export async function stopNow(
  platform: Platform,
  transaction: Transaction,
  account: Account,
  { key, ...line }: Stop,
): Promise<(() => Promise<void>)[] | null> {
  const { personId } = account
  if (!(await stopAccount(transaction, personId))) return null
  await tellPerson(platform, transaction, account, { key: `${key}/done`, content: { event: 'account-stopped' } })
  await revokeSessions(transaction, personId)
  await deleteTickets(transaction, personId)
  await cancelOpenChanges(transaction, { personId })
  await recordAudit(transaction, { ...line, action: 'account-stopped', personId })
  return erasePortraits(platform, transaction, personId)
}

const apply = async (platform: Platform, row: AccountStopRow): Promise<boolean> => {
  const { personId, stopId } = row
  const removals = await inTransaction(platform, async (transaction) => {
    const account = await findAccount(transaction, personId)
    if (account === null || !decideAccountMove(account.state, 'stop', 'account-holder').ok) {
      await cancelOpenStops(transaction, { personId, stopId })
      return null
    }
    if (!(await markStopApplied(transaction, row))) return null
    return stopNow(platform, transaction, account, { actor: ACTOR, key: `account-stop/${stopId}`, details: { fileNumber: row.fileNumber } })
  })
  for (const remove of removals ?? []) await remove()
  return removals !== null
}

/** What waited its day and was not taken back. Safe to run twice. Answers how many accounts were stopped. */
export async function applyAccountStops(platform: Platform): Promise<number> {
  let stopped = 0
  for (const row of await listDueStops(platform.sql, AT_ONCE)) if (await apply(platform, row)) stopped += 1
  return stopped
}
