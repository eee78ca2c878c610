import type { FraudRule, PrintedKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** A submitted registration with what the register says to its numbers. Ids of people are those that stand: a merged number leads on. */
export type TraceRow = {
  registrationId: string
  provedPhone: string
  deviceToken: Buffer | null
  nationalId: string | null
  insuranceNumber: string | null
  passportNumber: string | null
  street: string
  wardCode: string
  wardExists: boolean
  byNationalId: number | null
  byInsuranceNumber: number | null
  householdId: number | null
  dead: boolean
  merged: boolean
}

/** Set-based: one statement for however many. A draft is nobody's business. */
export async function listTraces(sql: Queryable, registrationIds: readonly string[]): Promise<TraceRow[]> {
  return [
    ...(await sql<TraceRow[]>`
    SELECT r.registration_id AS "registrationId", r.proved_phone AS "provedPhone", r.declared ->> 'nationalId' AS "nationalId", r.declared ->> 'insuranceNumber' AS "insuranceNumber",
      r.declared ->> 'passportNumber' AS "passportNumber", r.declared ->> 'street' AS street, r.declared ->> 'wardCode' AS "wardCode",
      (SELECT a.token_hash FROM registration_accesses a WHERE a.registration_id = r.registration_id AND a.scope = 'own' ORDER BY a.expires_at, a.token_hash LIMIT 1) AS "deviceToken",
      EXISTS (SELECT FROM administrative_units u WHERE u.unit_level = 'ward' AND u.unit_code = r.declared ->> 'wardCode' AND u.parent_code = r.declared ->> 'provinceCode'
        AND r.submitted_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')) AS "wardExists",
      coalesce(pn.merged_into_person_id, pn.person_id) AS "byNationalId", coalesce(pi.merged_into_person_id, pi.person_id) AS "byInsuranceNumber",
      coalesce(pn.household_id, pi.household_id) AS "householdId", (pn.died_on IS NOT NULL OR pi.died_on IS NOT NULL) AS dead,
      (pn.merged_into_person_id IS NOT NULL OR pi.merged_into_person_id IS NOT NULL) AS merged
    FROM registrations r
    LEFT JOIN national_ids n ON n.national_id = r.declared ->> 'nationalId' LEFT JOIN persons pn ON pn.person_id = n.person_id
    LEFT JOIN insurance_numbers i ON i.insurance_number = r.declared ->> 'insuranceNumber' LEFT JOIN persons pi ON pi.person_id = i.person_id
    WHERE r.registration_id = ANY(${[...registrationIds]}::uuid[]) AND r.file_number IS NOT NULL AND r.state <> 'draft'`),
  ]
}

export type SubjectRow = {
  registrationId: string
  subject: Buffer
  family: Buffer
  phone: Buffer
  device: Buffer | null
  address: Buffer
}

/** Who stands behind each, as keyed hashes; repeated it says the same. */
export async function writeSubjects(sql: Queryable, rows: readonly SubjectRow[]): Promise<void> {
  const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
  const values = rows.map((row) => ({
    registration_id: row.registrationId,
    subject: hex(row.subject),
    family: hex(row.family),
    phone: hex(row.phone),
    device: hex(row.device),
    address: hex(row.address),
  }))
  await sql`INSERT INTO fraud_subjects (registration_id, subject_hmac, family_hmac, phone_hmac, device_hmac, address_hmac)
    SELECT registration_id, decode(subject, 'hex'), decode(family, 'hex'), decode(phone, 'hex'), decode(device, 'hex'), decode(address, 'hex')
    FROM jsonb_to_recordset(${sql.json(values)}) AS t(registration_id uuid, subject text, family text, phone text, device text, address text)
    ON CONFLICT (registration_id) DO UPDATE SET subject_hmac = excluded.subject_hmac, family_hmac = excluded.family_hmac, phone_hmac = excluded.phone_hmac,
      device_hmac = coalesce(fraud_subjects.device_hmac, excluded.device_hmac), address_hmac = excluded.address_hmac`
}

/** Another registration in one circle with `registrationId`. */
export type CircleRow = { registrationId: string; other: string; subject: string; family: string }

const circleColumns = (sql: Queryable) => sql`
  own.registration_id AS "registrationId", o.registration_id AS other, encode(o.subject_hmac, 'hex') AS subject, encode(o.family_hmac, 'hex') AS family`

/** Those of the same phone, the registration itself included. */
export async function listPhoneCircles(sql: Queryable, registrationIds: readonly string[]): Promise<CircleRow[]> {
  return [
    ...(await sql<CircleRow[]>`SELECT ${circleColumns(sql)} FROM fraud_subjects own JOIN fraud_subjects o ON o.phone_hmac = own.phone_hmac
      WHERE own.registration_id = ANY(${[...registrationIds]}::uuid[])`),
  ]
}

export async function listDeviceCircles(sql: Queryable, registrationIds: readonly string[]): Promise<CircleRow[]> {
  return [
    ...(await sql<CircleRow[]>`SELECT ${circleColumns(sql)} FROM fraud_subjects own JOIN fraud_subjects o ON o.device_hmac = own.device_hmac
      WHERE own.registration_id = ANY(${[...registrationIds]}::uuid[])`),
  ]
}

export type AlikeRow = CircleRow & {
  kind: PrintedKind
  documentId: string
  otherDocumentId: string
  cells: Buffer
  otherCells: Buffer
  nationalId: string | null
  otherNationalId: string | null
  fullName: string
  otherName: string
}

/** Pictures of the same kind that may be the same one: candidates by shared bands, near ones by their bits. An empty wall is like every other. */
export async function listAlikePhotos(sql: Queryable, registrationIds: readonly string[], rule: FraudRule): Promise<AlikeRow[]> {
  return [
    ...(await sql<AlikeRow[]>`
      SELECT p.registration_id AS "registrationId", p.kind, o.registration_id AS other, p.document_id AS "documentId", o.document_id AS "otherDocumentId",
        p.sealed_cells AS cells, o.sealed_cells AS "otherCells", encode(s.subject_hmac, 'hex') AS subject, encode(s.family_hmac, 'hex') AS family,
        r.declared ->> 'nationalId' AS "nationalId", t.declared ->> 'nationalId' AS "otherNationalId", r.declared ->> 'fullName' AS "fullName", t.declared ->> 'fullName' AS "otherName"
      FROM photo_prints p
      JOIN LATERAL (SELECT c.document_id, c.registration_id, c.sealed_cells FROM photo_prints c WHERE c.bands && p.bands AND c.kind = p.kind AND c.registration_id <> p.registration_id
        AND bit_count(c.print # p.print) <= CASE p.kind WHEN 'portrait' THEN ${rule.mostBits.portrait}::integer ELSE ${rule.mostBits['id-front']}::integer END) o ON true
      JOIN fraud_subjects s ON s.registration_id = o.registration_id
      JOIN registrations r ON r.registration_id = p.registration_id JOIN registrations t ON t.registration_id = o.registration_id
      WHERE p.registration_id = ANY(${[...registrationIds]}::uuid[]) AND bit_count(p.print) >= ${rule.leastSteps}`),
  ]
}

export type ClaimRow = CircleRow & { fullName: string; bornOn: string; ownName: string; ownBornOn: string }

/** Registrations that declare the same insurance number or the same id and are not closed. */
export async function listClaims(sql: Queryable, registrationIds: readonly string[]): Promise<ClaimRow[]> {
  return [
    ...(await sql<ClaimRow[]>`
      SELECT r.registration_id AS "registrationId", o.registration_id AS other, encode(s.subject_hmac, 'hex') AS subject, encode(s.family_hmac, 'hex') AS family,
        o.declared ->> 'fullName' AS "fullName", o.declared ->> 'bornOn' AS "bornOn", r.declared ->> 'fullName' AS "ownName", r.declared ->> 'bornOn' AS "ownBornOn"
      FROM registrations r
      JOIN LATERAL (
        SELECT registration_id FROM registrations c WHERE c.declared ? 'insuranceNumber' AND c.declared ->> 'insuranceNumber' = r.declared ->> 'insuranceNumber'
        UNION SELECT registration_id FROM registrations c WHERE c.declared ? 'nationalId' AND c.declared ->> 'nationalId' = r.declared ->> 'nationalId') same ON true
      JOIN registrations o ON o.registration_id = same.registration_id
      JOIN fraud_subjects s ON s.registration_id = o.registration_id
      WHERE r.registration_id = ANY(${[...registrationIds]}::uuid[]) AND o.registration_id <> r.registration_id AND o.file_number IS NOT NULL
        AND o.state NOT IN ('draft', 'withdrawn', 'expired', 'refused')`),
  ]
}

/** By night: traces older than the rule keeps them. */
export async function deleteOldTraces(sql: Queryable, keep: string): Promise<number> {
  return (await sql`DELETE FROM fraud_subjects WHERE traced_at < ansinh_now() - ${keep}::interval`).count
}
