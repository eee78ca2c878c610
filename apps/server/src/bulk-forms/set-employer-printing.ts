import { type EmployerPrinting, getEmployerPrintingRoute, setEmployerPrintingRoute } from '@an-sinh/contract'
import { REGISTRATION_STATES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { type ApplicantActor, requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findRegistration, loadRegistration, type RegistrationRow } from '../registrations/index.ts'
import { endConsent, findConsent, findEndedByMerger, insertConsent, listEmployersOf, listPrintsOf } from './consent-queries.ts'

const show = async (sql: Queryable, { registrationId, declared }: RegistrationRow): Promise<EmployerPrinting> => {
  const chosen = await findConsent(sql, registrationId)
  const ended = chosen === null ? await findEndedByMerger(sql, registrationId) : null
  return {
    employers: declared === null ? [] : await listEmployersOf(sql, declared),
    chosen: chosen === null ? null : { ...chosen, givenAt: chosen.givenAt.toISOString() },
    ended: ended === null ? null : { ...ended, endedAt: ended.endedAt.toISOString() },
    prints: (await listPrintsOf(sql, registrationId)).map(({ employerName, printedAt }) => ({
      employerName,
      printedAt: printedAt.toISOString(),
    })),
  }
}

export function getEmployerPrinting(server: Server, platform: Platform): void {
  addRoute(server, getEmployerPrintingRoute, async ({ params }) =>
    show(platform.sql, await loadRegistration(platform.sql, params.registrationId)),
  )
}

type Choice = { actor: ApplicantActor; registrationId: string; employerId: number | null; requestId: string }

/** The registration is held meanwhile, so that no form goes to print between two choices. */
const choose = async (transaction: Transaction, { actor, registrationId, employerId, requestId }: Choice): Promise<void> => {
  const row = requireFound(await findRegistration(transaction, registrationId, 'for-update'), 'not-found')
  const before = await findConsent(transaction, registrationId)
  if (before?.employerId === employerId || (before === null && employerId === null)) return
  if (employerId !== null) {
    if (row.declared === null || !REGISTRATION_STATES[row.state].mayPrint) throw new Refusal('move-not-allowed')
    const employers = await listEmployersOf(transaction, row.declared)
    if (!employers.some((employer) => employer.employerId === employerId)) throw new Refusal('printing-employer-unknown')
  }
  await endConsent(transaction, registrationId)
  if (employerId !== null) await insertConsent(transaction, registrationId, employerId)
  await recordAudit(transaction, {
    actor,
    action: employerId === null ? 'employer-printing-withdrawn' : 'employer-printing-allowed',
    registrationId,
    personId: row.personId,
    requestId,
    details: { employerId: employerId ?? before?.employerId ?? null },
  })
}

/** Taken back at any time; what was printed before stays told. */
export function setEmployerPrinting(server: Server, platform: Platform): void {
  addRoute(server, setEmployerPrintingRoute, async ({ params: { registrationId }, body: { employerId }, request }) => {
    const actor = requireActor(request, 'applicant')
    await inTransaction(platform, (transaction) => choose(transaction, { actor, registrationId, employerId, requestId: request.id }))
    return show(platform.sql, await loadRegistration(platform.sql, registrationId))
  })
}
