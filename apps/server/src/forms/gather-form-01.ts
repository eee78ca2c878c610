import { listDocuments } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, findWard } from '../reference/index.ts'
import { decryptFormCode, type SubmittedRegistration } from '../registrations/index.ts'
import type { Form01Facts } from './form-01-data.ts'

/** What Form 01 of a registration says, from the stored answers, photos and the office as it stands. */
export async function gatherForm01(platform: Platform, sql: Queryable, row: SubmittedRegistration): Promise<Form01Facts> {
  const { settings } = platform
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
