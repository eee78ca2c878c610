import { foldText } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { listTraces, type SubjectRow, type TraceRow, writeSubjects } from './fraud-facts-queries.ts'

/** One person: whom the register names for the id, else for the insurance number; whom it does not know is known by the number. */
const subjectOf = ({ byNationalId, byInsuranceNumber, nationalId, insuranceNumber, passportNumber, registrationId }: TraceRow): string => {
  const person = byNationalId ?? byInsuranceNumber
  return person === null ? `number/${nationalId ?? insuranceNumber ?? passportNumber ?? registrationId}` : `person/${person}`
}

/** The household of the register, not the declared one: who invents people can invent an address for them. */
const familyOf = (row: TraceRow): string => (row.householdId === null ? subjectOf(row) : `household/${row.householdId}`)

/** Keeps who stands behind these registrations and by which phone and device they came, as keyed hashes; answers what the register said. */
export async function traceRegistrations(platform: Platform, registrationIds: readonly string[]): Promise<TraceRow[]> {
  const rows = await listTraces(platform.sql, registrationIds)
  const hash = (kind: string, text: string): Buffer => platform.keyring.hmac('fraud-trace', `${kind}/${text}`)
  const subjects = rows.map((row): SubjectRow => ({
    registrationId: row.registrationId,
    subject: hash('subject', subjectOf(row)),
    family: hash('family', familyOf(row)),
    phone: hash('phone', row.provedPhone),
    device: row.deviceToken === null ? null : hash('device', row.deviceToken.toString('hex')),
    address: hash('address', `${row.wardCode}/${foldText(row.street)}`),
  }))
  if (subjects.length > 0) await writeSubjects(platform.sql, subjects)
  return rows
}
