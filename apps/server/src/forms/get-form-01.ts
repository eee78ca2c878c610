import { getForm01Route, printForm01Route } from '@an-sinh/contract'
import { REGISTRATION_STATES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { listDocuments, renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice, findWard } from '../reference/index.ts'
import {
  decryptFormCode,
  isSubmitted,
  loadRegistration,
  readToday,
  recordFormPrinted,
  type RegistrationRow,
  type SubmittedRegistration,
} from '../registrations/index.ts'
import { type Form01Facts, toForm01Data } from './form-01-data.ts'

const gatherFacts = async (platform: Platform, row: SubmittedRegistration): Promise<Form01Facts> => {
  const { sql, settings } = platform
  const photos = await listDocuments(platform, sql, row.registrationId)
  return {
    purpose: row.purpose,
    answers: row.declared,
    phone: row.provedPhone,
    fileNumber: row.fileNumber,
    dueOn: row.dueOn,
    office: requireFound(await findStandingOffice(sql, row.officeId), 'office-unknown'),
    ward: await findWard(sql, row.declared.wardCode),
    formCode: requireFound(decryptFormCode(platform, row), 'move-not-allowed'),
    idCard: photos.find((photo) => photo.idCard !== null)?.idCard ?? null,
    photoKinds: photos.map((photo) => photo.kind),
    citizenOrigin: settings.citizenOrigin,
    hotline: settings.hotline,
  }
}

const render = async (platform: Platform, row: RegistrationRow): Promise<Uint8Array> => {
  if (!isSubmitted(row) || !REGISTRATION_STATES[row.state].mayPrint) throw new Refusal('move-not-allowed')
  return renderPdf('form-01', toForm01Data(await gatherFacts(platform, row), await readToday(platform.sql)))
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
