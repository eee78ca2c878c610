import { randomUUID } from 'node:crypto'
import type { Sql } from '../platform/sql.ts'
import type { TestPlatform } from '../platform/test-platform.ts'

/** Somebody of the register, by a number of their own. */
export const numbersOf = (n: number) => ({
  nationalId: `099${String(n).padStart(9, '0')}`,
  insuranceNumber: `99${String(n).padStart(8, '0')}`,
  bornOn: '1990-05-04',
})

/** Employers, lines of their rosters, registrations and accounts, written as their features write them. */
export class RolloutsFixture {
  readonly platform: TestPlatform
  readonly owner: Sql
  #files = 0

  constructor(platform: TestPlatform, owner: Sql) {
    this.platform = platform
    this.owner = owner
  }

  async addEmployers(): Promise<void> {
    await this
      .owner`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, phone, valid_from, source)
      VALUES (1, '90001', 'BHXH cơ sở Mẫu', 'grassroots', '01', 'Số 1 đường Mẫu, Hà Nội', '024 0000 0000', '2025-07-01', 'test')`
    await this.owner`INSERT INTO employers (employer_id, employer_code, name, address, office_id, source)
      VALUES (1, 'TA0001A', 'Công ty TNHH Mẫu Một', 'Số 2 phố Mẫu', 1, 'test'), (2, 'TA0002A', 'Công ty cổ phần Mẫu Hai', 'Số 3 phố Mẫu', 1, 'test')`
  }

  async addEntry(
    n: number,
    change: Partial<{
      employerId: number
      department: string
      fullName: string
      bornOn: string
      birthYearOnly: boolean
      phone: string | null
      email: string | null
    }> = {},
  ): Promise<string> {
    const entryId = randomUUID()
    const { nationalId, insuranceNumber, bornOn } = numbersOf(n)
    await this.platform.sql`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, birth_year_only, national_id, insurance_number, department, work_phone, work_email, source)
      VALUES (${change.employerId ?? 1}, ${entryId}, ${change.fullName ?? `Nguyễn Văn Mẫu ${n}`}, ${change.bornOn ?? bornOn}, ${change.birthYearOnly ?? false}, ${nationalId}, ${insuranceNumber}, ${change.department ?? 'Xưởng 1'},
        ${change.phone ?? null}, ${change.email ?? null}, 'test')`
    return entryId
  }

  async addPerson(n: number): Promise<void> {
    const { nationalId, insuranceNumber, bornOn } = numbersOf(n)
    await this
      .owner`INSERT INTO persons (person_id, full_name, born_on_partial, born_on, birth_year, sex, insurance_number, national_id, source)
      VALUES (${n}, ${`Nguyễn Văn Mẫu ${n}`}, ${bornOn}, ${bornOn}, 1990, 'male', ${insuranceNumber}, ${nationalId}, 'test')`
    await this.owner`INSERT INTO insurance_numbers (insurance_number, person_id) VALUES (${insuranceNumber}, ${n})`
    await this.owner`INSERT INTO national_ids (national_id, person_id) VALUES (${nationalId}, ${n})`
  }

  async addRegistration(n: number, state = 'awaiting-visit', change: { bornOn?: string } = {}): Promise<string> {
    const registrationId = randomUUID()
    this.#files += 1
    const { sql } = this.platform
    await sql`
      INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, submitted_at, submitted_on, due_on, grace_ends_on, deadline_rule_version)
      VALUES (${registrationId}, ${state}, ${sql.json({ fullName: `Nguyễn Văn Mẫu ${n}`, ...numbersOf(n), ...change })}, '+84950000001', 1, ${`90001/2026/${String(this.#files).padStart(5, '0')}`},
        ${Buffer.from(registrationId)}, ansinh_now(), ansinh_today(), ansinh_today() + 10, ansinh_today() + 15, 'test')`
    return registrationId
  }

  async moveTo(registrationId: string, state: string): Promise<void> {
    await this.platform
      .sql`UPDATE registrations SET state = ${state}, state_since = CASE WHEN state = ${state} THEN state_since ELSE ansinh_now() END WHERE registration_id = ${registrationId}`
  }

  async stateOf(entryId: string): Promise<{ state: string; helpReason: string | null; reasons: string[] }> {
    const [row] = await this.platform.sql<{ state: string; helpReason: string | null; reasons: string[] }[]>`
      SELECT state, help_reason AS "helpReason", shared_reasons AS reasons FROM roster_entries WHERE entry_id = ${entryId}`
    if (row === undefined) throw new Error('no such entry')
    return row
  }

  async close(): Promise<void> {
    await this.owner.end()
    await this.platform.drop()
  }
}
