import { ACCOUNT_STATES } from '@an-sinh/domain'
import { type Account, changeContact, findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelOpenChanges, type ContactChangeRow, listDueChanges, markApplied } from './contact-change-queries.ts'
import { readAfter } from './contact-values.ts'

const AT_ONCE = 500

/** The account still says what it said when the change was asked for, and may have another contact. */
const stillHolds = (platform: Platform, account: Account, { kind, beforeHmac }: ContactChangeRow): boolean => {
  const now = kind === 'phone' ? account.phone : account.email
  if (!ACCOUNT_STATES[account.state].mayChangeContact) return false
  return now === null ? beforeHmac === null : beforeHmac !== null && platform.keyring.matches('phone', now, beforeHmac)
}

const apply = async (platform: Platform, row: ContactChangeRow): Promise<boolean> =>
  inTransaction(platform, async (transaction) => {
    const { personId, changeId } = row
    const account = await findAccount(transaction, personId)
    if (account === null || !stillHolds(platform, account, row)) {
      await cancelOpenChanges(transaction, { personId, changeId })
      return false
    }
    if (!(await markApplied(transaction, row))) return false
    const { kind, value } = readAfter(platform, row)
    await changeContact(transaction, personId, kind === 'phone' ? { phone: value } : { email: value })
    const content = { event: 'contact-changed', kind } as const
    const key = `contact-change/${changeId}/applied`
    await tellPerson(platform, transaction, account, { key, content })
    const to = kind === 'phone' ? { phone: value } : { email: value }
    await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/new`, content, to, personId })
    await recordAudit(transaction, {
      actor: { kind: 'system', job: 'apply-contact-changes' },
      action: 'contact-changed',
      personId,
      details: { kind },
    })
    return true
  })

/** What waited its day and met no objection. Safe to run twice. Answers how many were applied. */
export async function applyContactChanges(platform: Platform): Promise<number> {
  let applied = 0
  for (const row of await listDueChanges(platform.sql, AT_ONCE)) if (await apply(platform, row)) applied += 1
  return applied
}

export async function startContactJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('apply-contact-changes', async () => {
    const applied = await applyContactChanges(platform)
    if (applied > 0) platform.log.info({ applied }, 'contact changes applied')
  })
  await platform.jobs.schedule('apply-contact-changes', '*/5 * * * *')
}
