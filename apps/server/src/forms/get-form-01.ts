import { getForm01Route, printForm01Route } from '@an-sinh/contract'
import { REGISTRATION_STATES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { isSubmitted, loadRegistration, readToday, recordFormPrinted, type RegistrationRow } from '../registrations/index.ts'
import { toForm01Data } from './form-01-data.ts'
import { gatherForm01 } from './gather-form-01.ts'

const render = async (platform: Platform, row: RegistrationRow): Promise<Uint8Array> => {
  if (!isSubmitted(row) || !REGISTRATION_STATES[row.state].mayPrint) throw new Refusal('move-not-allowed')
  return renderPdf('form-01', toForm01Data(await gatherForm01(platform, platform.sql, row), await readToday(platform.sql)))
}

const DISPOSITION = 'inline; filename="to-khai-mau-01.pdf"'

/** Form 01 of an own registration, as often as wanted. */
export function getForm01(server: Server, platform: Platform): void {
  addRoute(server, getForm01Route, async ({ params: { registrationId }, reply }) => {
    const pdf = await render(platform, await loadRegistration(platform.sql, registrationId))
    await recordFormPrinted(platform.sql, [registrationId])
    return reply.type('application/pdf').header('content-disposition', DISPOSITION).send(pdf)
  })
}

/** The same sheet at the counter, for somebody who came without paper. Its code is decrypted for staff: an audit line. */
export function printForm01(server: Server, platform: Platform): void {
  addRoute(server, printForm01Route, async ({ params: { registrationId }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const pdf = await render(platform, await requireOwnCase(platform.sql, actor, registrationId))
    await inTransaction(platform, async (transaction) => {
      await recordFormPrinted(transaction, [registrationId])
      await recordAudit(transaction, { actor, action: 'form-printed', registrationId, requestId: request.id })
    })
    return reply.type('application/pdf').header('cache-control', 'no-store').header('content-disposition', DISPOSITION).send(pdf)
  })
}
