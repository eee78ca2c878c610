import { decideProposalRoute, withdrawProposalRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { applyToOffice } from './apply-proposals-job.ts'
import { holdEntry } from './entry-queries.ts'
import { findProposal, markApplied, type ProposalRow, readToday, settleProposal } from './proposal-queries.ts'
import { isOwnProposal, isSame, readStanding, toProposal } from './to-proposal.ts'
import { writeEntry } from './write-entry.ts'

/** What was approved is what was seen: an entry that changed meanwhile is not written over, also where two are approved at once. */
const apply = async (transaction: Transaction, row: ProposalRow): Promise<void> => {
  await holdEntry(transaction, row)
  if (!isSame(row.list, row.before, await readStanding(transaction, row))) throw new Refusal('proposal-outdated')
  if (row.list !== 'office') {
    await writeEntry(transaction, row)
    await markApplied(transaction, row.proposalId)
  } else if (row.fromOn <= (await readToday(transaction))) await applyToOffice(transaction, row)
}

/** Four eyes; of two who approve at once one finds it decided. */
export function decideProposal(server: Server, platform: Platform): void {
  addRoute(server, decideProposalRoute, async ({ body: { approve, reason }, params: { proposalId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const row = requireFound(await findProposal(transaction, proposalId, true), 'not-found')
      if (isOwnProposal(row, actor)) throw new Refusal('four-eyes')
      const said = reason?.trim() ?? ''
      if (!approve && said === '') throw new Refusal('reason-missing')
      const settled = {
        proposalId,
        state: approve ? 'approved' : 'refused',
        staffId: actor.staffId,
        reason: said === '' ? null : said,
      } as const
      if (!(await settleProposal(transaction, settled))) throw new Refusal('proposal-decided')
      if (approve) await apply(transaction, row)
      const action = approve ? 'reference-approved' : 'reference-refused'
      await recordAudit(transaction, { actor, action, requestId: request.id, details: { proposalId, list: row.list, code: row.code } })
      return toProposal(transaction, requireFound(await findProposal(transaction, proposalId), 'not-found'), actor)
    })
  })
}

export function withdrawProposal(server: Server, platform: Platform): void {
  addRoute(server, withdrawProposalRoute, async ({ params: { proposalId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const row = requireFound(await findProposal(transaction, proposalId, true), 'not-found')
      requireFound(row.staffId === actor.staffId ? row : null, 'not-found')
      const settled = { proposalId, state: 'withdrawn', staffId: actor.staffId, reason: null } as const
      if (!(await settleProposal(transaction, settled))) throw new Refusal('proposal-decided')
      await recordAudit(transaction, { actor, action: 'reference-withdrawn', requestId: request.id, details: { proposalId } })
      return toProposal(transaction, requireFound(await findProposal(transaction, proposalId), 'not-found'), actor)
    })
  })
}
