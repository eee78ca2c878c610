import { changeOfficerRoute } from '@an-sinh/contract'
import { isCivilDate } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { listOfficersOf, lockOrganisation, type OfficerListRow, readOfficerToday, updateOfficer } from '../employer-officers/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireOfficer, toOfficerRow } from './load-organisation.ts'

/** An administrator who may sign in today and has no last day: one of these always stays. */
const staysAdministrator = ({ role, works, validTo }: OfficerListRow): boolean => role === 'administrator' && works && validTo === null

/** Role, last day, stop: each holds at the officer's next request. Changes of one employer wait for each other. */
export function changeOfficer(server: Server, platform: Platform): void {
  addRoute(server, changeOfficerRoute, async ({ params: { officerNo }, body, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId } = actor
    return inTransaction(platform, async (transaction) => {
      await lockOrganisation(transaction, employerId)
      const before = await requireOfficer(transaction, employerId, officerNo)
      const { officerId } = before
      const { role, validTo, stopped } = body
      const isDay = validTo === null || (isCivilDate(validTo) && validTo >= before.validFrom)
      if (!isDay || (validTo !== before.validTo && validTo !== null && validTo < (await readOfficerToday(transaction))))
        throw new Refusal('officer-days-wrong', { fields: [{ field: 'validTo', code: 'officer-days-wrong' }] })
      await updateOfficer(transaction, { officerId, role, validTo, stopped })
      const after = await listOfficersOf(transaction, employerId)
      if (staysAdministrator(before) && !after.some(staysAdministrator)) throw new Refusal('officer-last-administrator')
      const details = { officerId, role, validTo, stopped }
      await recordAudit(transaction, { actor, action: 'employer-officer-changed', requestId: request.id, details })
      return { officers: after.map((row) => toOfficerRow(row, actor.officerId)) }
    })
  })
}
