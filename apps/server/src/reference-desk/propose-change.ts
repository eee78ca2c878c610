import { proposeReferenceChangeRoute } from '@an-sinh/contract'
import { checkProposal, type ReferenceValues } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findEntryName, findProvinceOfWard } from './entry-queries.ts'
import { findProposal, insertProposal, readToday } from './proposal-queries.ts'
import { readStanding, toProposal } from './to-proposal.ts'

/** Only what differs from what stands is a change. */
const differing = (before: ReferenceValues, said: ReferenceValues): ReferenceValues =>
  Object.fromEntries(Object.entries(said).filter(([field, value]) => (before[field as keyof ReferenceValues] ?? null) !== value))

export function proposeChange(server: Server, platform: Platform): void {
  addRoute(server, proposeReferenceChangeRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const { proposalId, list, code, fromOn, untilOn } = body
      const known = await findProposal(transaction, proposalId)
      if (known !== null) return toProposal(transaction, known, actor)
      const name = requireFound(await findEntryName(transaction, list, code), 'not-found')
      const [paperNumber, note] = [body.paperNumber.trim(), body.note?.trim() ?? '']
      if (paperNumber === '') throw new Refusal('proposal-paper')
      const before = await readStanding(transaction, { list, code, fromOn })
      const said: ReferenceValues = Object.fromEntries(body.after.map(({ field, value }) => [field, value?.trim() ?? null]))
      const after = differing(before, said)
      // A point is told as a whole, though one of its numbers may stay.
      const whole =
        'longitude' in after || 'latitude' in after
          ? { ...after, longitude: said.longitude ?? null, latitude: said.latitude ?? null }
          : after
      const checked = checkProposal({ list, after: whole, fromOn, untilOn, todayOn: await readToday(transaction) })
      if (!checked.ok) throw new Refusal(checked.code)
      if (typeof whole.wardCode === 'string' && (await findProvinceOfWard(transaction, whole.wardCode)) === null)
        throw new Refusal('proposal-ward')
      const proposal = { proposalId, list, code, name, before, after: whole, fromOn, untilOn, paperNumber, note: note === '' ? null : note }
      if (await insertProposal(transaction, { ...proposal, staffId: actor.staffId })) {
        const details = { proposalId, list, code, fields: Object.keys(whole).join(' ') }
        await recordAudit(transaction, { actor, action: 'reference-proposed', requestId: request.id, details })
      }
      return toProposal(transaction, requireFound(await findProposal(transaction, proposalId), 'not-found'), actor)
    })
  })
}
