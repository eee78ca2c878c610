import { getForm01Route } from '@an-sinh/contract'
import { REGISTRATION_STATES } from '@an-sinh/domain'
import { listDocuments, renderPdf } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { findStandingOffice, findWard } from '../reference/index.ts'
import { decryptFormCode, isSubmitted, loadRegistration, readToday, type SubmittedRegistration } from '../registrations/index.ts'
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

/** Form 01 of an own registration, as often as wanted. */
export function getForm01(server: Server, platform: Platform): void {
  addRoute(server, getForm01Route, async ({ params: { registrationId }, reply }) => {
    const row = await loadRegistration(platform.sql, registrationId)
    if (!isSubmitted(row) || !REGISTRATION_STATES[row.state].mayPrint) throw new Refusal('move-not-allowed')
    const pdf = await renderPdf('form-01', toForm01Data(await gatherFacts(platform, row), await readToday(platform.sql)))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="to-khai-mau-01.pdf"').send(pdf)
  })
}
