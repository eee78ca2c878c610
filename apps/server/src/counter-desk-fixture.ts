import type { Answers, Registration } from '@an-sinh/contract'
import sharp from 'sharp'
import { OWN_PASSWORD } from './access-fixture.ts'
import { type ApplicantFixture, openApplicantFixture } from './applicant-fixture.ts'
import type { StaffRole } from './platform/actor.ts'
import { TestClient } from './platform/test-client.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

/** A picture of nothing: what is tested here is the desk, not the camera. */
const draw = (shade: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: shade } })
    .jpeg()
    .toBuffer()

/** The whole server with applicants on one side and clerks of its offices on the other. */
export class CounterDesk {
  readonly applicants: ApplicantFixture
  readonly photos: Record<string, Buffer>
  #hired = 0
  constructor(applicants: ApplicantFixture, photos: Record<string, Buffer>) {
    this.applicants = applicants
    this.photos = photos
  }

  get officeId(): number {
    return this.applicants.officeIds[0] ?? 0
  }

  /** Signed in with both factors. */
  async hire(officeId = this.officeId, role: StaffRole = 'clerk'): Promise<TestClient> {
    this.#hired += 1
    const userName = `quay-${this.#hired}`
    const { platform, server } = this.applicants
    const { totpSecret } = await createStaffUser(platform, { userName, fullName: 'Lê Văn Quầy', role, officeId, password: OWN_PASSWORD })
    const client = new TestClient(server)
    await client.post('/api/staff/sessions', { userName, password: OWN_PASSWORD })
    const answer = await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return client
  }

  async submit(change: Partial<Answers> = {}): Promise<{ receipt: Registration; phone: string }> {
    return this.applicants.register(this.photos, change)
  }

  close(): Promise<void> {
    return this.applicants.close()
  }
}

export async function openCounterDesk(): Promise<CounterDesk> {
  const shades = { 'id-front': '#aac', 'id-back': '#caa', portrait: '#aca' }
  const photos: Record<string, Buffer> = {}
  for (const [kind, shade] of Object.entries(shades)) photos[kind] = await draw(shade)
  return new CounterDesk(await openApplicantFixture(), photos)
}
