import { createEmployerOfficer } from './employer-officers/index.ts'
import { OWN_PASSWORD } from './access-fixture.ts'
import type { OfficeFixture } from './office-fixture.ts'
import type { TestClient } from './platform/test-client.ts'
import { currentTotp } from './staff/index.ts'

/** An officer of each of these employers, signed in with both factors. */
export async function openEmployerOfficers(
  office: OfficeFixture,
  employerIds: readonly [number, number],
): Promise<[TestClient, TestClient]> {
  const signIn = async (employerId: number): Promise<TestClient> => {
    const userName = `nhan-su.${employerId}@tz${employerId}z`
    const order = { employerId, userName, fullName: 'Đỗ Thị Nhân Sự', role: 'officer', password: OWN_PASSWORD } as const
    const { totpSecret } = await createEmployerOfficer(office.platform, order)
    const client = office.newClient()
    for (const [path, body] of [
      ['/api/staff/sessions', { userName, password: OWN_PASSWORD }],
      ['/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) }],
    ] as const) {
      const answer = await client.post(path, body)
      if (answer.statusCode !== 201) throw new Error(answer.body)
    }
    return client
  }
  return [await signIn(employerIds[0]), await signIn(employerIds[1])]
}
