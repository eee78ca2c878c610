import { randomUUID } from 'node:crypto'
import type { Answers } from '@an-sinh/contract'
import { type CounterDesk, openCounterDesk } from './counter-desk-fixture.ts'
import { copyEmployers } from './employers/index.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import { TestClient } from './platform/test-client.ts'
import { currentTotp } from './staff/index.ts'

const PASSWORD = 'cơn mưa chiều nay đi đâu'
export const [SEWING, WOOD] = [9_100_001, 9_100_002]
export type Enrolled = { entryId: string; registrationId: string; formCode: string; browser: TestClient; url: string; phone: string }

/** Two employers with officers and rosters beside a counter with clerks; their people register as anybody does. */
export class EmployerDesk {
  readonly desk: CounterDesk
  #count = 0
  constructor(desk: CounterDesk) {
    this.desk = desk
  }

  get platform() {
    return this.desk.applicants.platform
  }

  /** Signed in with both factors. */
  async officer(employerId = SEWING): Promise<TestClient> {
    this.#count += 1
    const userName = `nhan-su.${this.#count}@tz9100a`
    const order = { employerId, userName, fullName: 'Đỗ Thị Nhân Sự', role: 'officer', password: PASSWORD } as const
    const { totpSecret } = await createEmployerOfficer(this.platform, order)
    const client = new TestClient(this.desk.applicants.server)
    await client.post('/api/staff/sessions', { userName, password: PASSWORD })
    const answer = await client.post('/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return client
  }

  /** Somebody of the roster who has registered. */
  async enrol(place: { employerId?: number; department?: string; shift?: string } = {}, change: Partial<Answers> = {}): Promise<Enrolled> {
    const { browser, url, receipt, phone } = await this.desk.applicants.register(this.desk.photos, {
      officeId: this.desk.officeId,
      ...change,
    })
    const { registrationId, formCode, answers } = receipt
    if (answers === null || formCode === null) throw new Error('not sent')
    const entryId = randomUUID()
    await this.platform.sql`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, insurance_number, department, shift, source, registration_id, state)
      VALUES (${place.employerId ?? SEWING}, ${entryId}, ${answers.fullName}, ${answers.bornOn}, ${answers.insuranceNumber}, ${place.department ?? 'May'}, ${place.shift ?? ''},
        'test', ${registrationId}, 'registered')`
    return { entryId, registrationId, formCode, browser, url, phone }
  }

  /** As the applicant's page does it. */
  async agree({ browser, url }: Enrolled, employerId: number | null = SEWING): Promise<void> {
    const answer = await browser.send('PUT', `${url}/employer-printing`, { employerId })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  close(): Promise<void> {
    return this.desk.close()
  }
}

export async function openEmployerDesk(): Promise<EmployerDesk> {
  const desk = await openCounterDesk()
  const place = { address: 'Số 2 đường Mẫu', wardCode: null, officeId: desk.officeId }
  await copyEmployers(
    desk.applicants.platform.sql,
    [
      { employerId: SEWING, employerCode: 'TZ9100A', name: 'Công ty May Mẫu', ...place },
      { employerId: WOOD, employerCode: 'TZ9101B', name: 'Công ty Gỗ Mẫu', ...place },
    ],
    'test',
  )
  return new EmployerDesk(desk)
}
