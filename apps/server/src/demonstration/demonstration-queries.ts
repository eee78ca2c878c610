import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'

export async function hasPerson(sql: Queryable, insuranceNumber: string): Promise<boolean> {
  const [row] = await sql<
    { there: boolean }[]
  >`SELECT EXISTS (SELECT FROM insurance_numbers WHERE insurance_number = ${insuranceNumber}) AS there`
  return row?.there === true
}

export async function hasStaff(sql: Queryable, userName: string): Promise<boolean> {
  const [row] = await sql<{ there: boolean }[]>`SELECT EXISTS (SELECT FROM staff_users WHERE user_name = ${userName}) AS there`
  return row?.there === true
}

/** The invented employer whose officers the demo has: of Đống Đa's office where it has one. */
export async function findDemoEmployer(sql: Queryable): Promise<{ employerId: number; employerCode: string; name: string } | null> {
  const [row] = await sql<{ employerId: number; employerCode: string; name: string }[]>`
    SELECT employer_id AS "employerId", employer_code AS "employerCode", name FROM employers WHERE employer_code ~ '^[TH]Z' ORDER BY office_id <> 101, employer_code LIMIT 1`
  return row ?? null
}

export async function hasOfficer(sql: Queryable, userName: string): Promise<boolean> {
  const [row] = await sql<{ there: boolean }[]>`SELECT EXISTS (SELECT FROM employer_officers WHERE user_name = ${userName}) AS there`
  return row?.there === true
}

/** Somebody of the register who can register: alive, whole birthday, twelve digits. `phone` E.164. */
export type Applicant = {
  fullName: string
  bornOn: string
  sex: 'male' | 'female'
  insuranceNumber: string
  nationalId: string
  phone: string
  wardCode: string
  provinceCode: string
  address: string
}

const applicantColumns = (
  sql: Queryable,
) => sql`p.full_name AS "fullName", p.born_on_partial AS "bornOn", p.sex, p.insurance_number AS "insuranceNumber", p.national_id AS "nationalId",
  p.phone_on_file AS phone, p.ward_code AS "wardCode", u.parent_code AS "provinceCode", p.address`

/** Adults of working age in their order, from the wards of some provinces. */
export async function listApplicants(sql: Queryable, provinceCode: string, count: number): Promise<Applicant[]> {
  return [
    ...(await sql<
      Applicant[]
    >`SELECT ${applicantColumns(sql)} FROM persons p JOIN administrative_units u ON u.unit_level = 'ward' AND u.unit_code = p.ward_code
      WHERE p.born_on BETWEEN ansinh_today() - interval '62 years' AND ansinh_today() - interval '20 years' AND p.died_on IS NULL AND p.national_id IS NOT NULL
        AND p.phone_on_file IS NOT NULL AND p.household_id IS NOT NULL AND u.parent_code = ${provinceCode}
      ORDER BY p.household_id % 97, p.person_id LIMIT ${count}`),
  ]
}

export async function findApplicant(sql: Queryable, insuranceNumber: string): Promise<Applicant | null> {
  const [row] = await sql<Applicant[]>`SELECT ${applicantColumns(sql)} FROM insurance_numbers n JOIN persons p USING (person_id)
    JOIN administrative_units u ON u.unit_level = 'ward' AND u.unit_code = p.ward_code WHERE n.insurance_number = ${insuranceNumber}`
  return row ?? null
}

export async function countRegistrations(sql: Queryable): Promise<number> {
  const [row] = await sql<{ n: number }[]>`SELECT count(*)::int AS n FROM registrations`
  return row?.n ?? 0
}

const findWaitingText = async ({ sql, keyring }: Platform, phone: string): Promise<string | null> => {
  const [row] = await sql<{ messageId: string; text: Buffer }[]>`SELECT message_id AS "messageId", text_encrypted AS text FROM messages
    WHERE recipient_hmac = ${keyring.hmac('phone', phone)} AND text_encrypted IS NOT NULL ORDER BY created_at DESC, message_id DESC LIMIT 1`
  return row === undefined ? null : keyring.decrypt('message', row.text, row.messageId).toString('utf8')
}

const findShownText = async ({ sql }: Platform, phone: string): Promise<string | null> => {
  const [row] = await sql<
    { body: string }[]
  >`SELECT body FROM inbox_messages WHERE recipient LIKE ${`%${phone.slice(-9)}`} ORDER BY inbox_message_id DESC LIMIT 1`
  return row?.body ?? null
}

/** The newest text for a phone: still in the outbox, or on the inbox page when a worker was quicker. */
export async function readNewestText(platform: Platform, phone: string): Promise<string> {
  const text = (await findWaitingText(platform, phone)) ?? (await findShownText(platform, phone))
  if (text === null) throw new Error('no text for this phone')
  return text
}
