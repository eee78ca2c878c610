import { getDependantCaseRoute } from '@an-sinh/contract'
import { DEPENDANT_REASONS, DEPENDANT_RELATION_WORDS, describeHouseholdRelation, isChildOn } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { PersonRow } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from './dependant-queries.ts'
import { openCase } from './open-case.ts'

const toPerson = ({ personId, fullName, bornOn, sex, insuranceNumber, nationalId, address, householdRelation }: PersonRow) => ({
  personId,
  fullName,
  bornOn,
  sex,
  insuranceNumber,
  nationalId,
  address,
  householdRelation: householdRelation === null ? null : describeHouseholdRelation(householdRelation),
})

/** Everybody whose data is shown reads it in their own record. */
export function getDependantCase(server: Server, platform: Platform): void {
  addRoute(server, getDependantCaseRoute, async ({ params: { requestId }, request }) => {
    const actor = requireActor(request, 'staff')
    const { place, row, guardian, candidates } = await openCase(platform.sql, actor, requestId)
    const today = await readToday(platform.sql)
    await inTransaction(platform, async (transaction) => {
      const line = { actor, requestId: request.id, details: { dependantRequestId: requestId } }
      await recordAudit(transaction, { ...line, action: 'dependant-case-read', personId: guardian.personId })
      for (const { personId } of candidates) await recordAudit(transaction, { ...line, action: 'dependant-compared', personId })
    })
    const { childName, bornOn, insuranceNumber, nationalId, relation } = row
    return {
      requestId,
      childName,
      bornOn,
      insuranceNumber,
      nationalId,
      relation,
      relationWord: DEPENDANT_RELATION_WORDS[relation],
      sentAt: place.sentAt.toISOString(),
      guardian: toPerson(guardian),
      candidates: candidates.map((one) => ({
        ...toPerson(one),
        sameHousehold: one.householdId !== null && one.householdId === guardian.householdId,
        isChild: isChildOn(one.bornOn, today),
        foundBy: one.foundBy,
      })),
      reasons: DEPENDANT_REASONS.map(({ code, clerk, citizen }) => ({ code, clerkText: clerk, citizenText: citizen })),
    }
  })
}
