import { type OfficerSlip, renewOfficerCodeRoute, renewOwnOfficerCodeRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { giveOfficerCode, readOfficerToday } from '../employer-officers/index.ts'
import { type EmployerActor, requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { requireOfficer, requireOrganisation } from './load-organisation.ts'

const renew = async (
  platform: Platform,
  transaction: Transaction,
  {
    actor,
    employerId,
    officerNo,
    requestId,
  }: { actor: StaffActor | EmployerActor; employerId: number; officerNo: string; requestId: string },
): Promise<OfficerSlip> => {
  const officer = await requireOfficer(transaction, employerId, officerNo)
  const { officerId, stopped, validTo } = officer
  if (actor.kind === 'employer' && actor.officerId === officerId) throw new Refusal('officer-own')
  if (stopped || (validTo !== null && validTo < (await readOfficerToday(transaction)))) throw new Refusal('officer-stopped')
  await recordAudit(transaction, { actor, action: 'employer-officer-code-given', requestId, details: { officerId } })
  return giveOfficerCode(platform, transaction, officer)
}

/** For who lost the slip, the password or the phone: by the office, or by another administrator of the employer. */
export function renewOfficerCode(server: Server, platform: Platform): void {
  addRoute(server, renewOfficerCodeRoute, async ({ params: { employerCode, officerNo }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    reply.header('cache-control', 'no-store')
    return inTransaction(platform, async (transaction) => {
      const { employerId } = await requireOrganisation(transaction, actor, employerCode)
      return renew(platform, transaction, { actor, employerId, officerNo, requestId: request.id })
    })
  })
  addRoute(server, renewOwnOfficerCodeRoute, async ({ params: { officerNo }, request, reply }) => {
    const actor = requireActor(request, 'employer')
    reply.header('cache-control', 'no-store')
    return inTransaction(platform, (transaction) =>
      renew(platform, transaction, { actor, employerId: actor.employerId, officerNo, requestId: request.id }),
    )
  })
}
