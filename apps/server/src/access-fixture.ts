import { randomUUID } from 'node:crypto'
import { openAccount, prepareFirstPassword } from './accounts/index.ts'
import { copyEmployers } from './employers/index.ts'
import { createEmployerOfficer } from './employer-officers/index.ts'
import { copyPersons } from './persons/index.ts'
import type { StaffRole } from './platform/actor.ts'
import type { Server } from './platform/add-route.ts'
import { TestClient } from './platform/test-client.ts'
import type { TestPlatform } from './platform/test-platform.ts'
import { inTransaction } from './platform/transaction.ts'
import { createStaffUser, currentTotp } from './staff/index.ts'

/** Everybody who may knock: on what is theirs and on what is somebody else's. */
export const ACTORS = [
  'nobody',
  'applicant',
  'another applicant',
  'a phone with the photo step',
  'citizen',
  'another citizen',
  'staff before the second factor',
  'clerk',
  'clerk of another office',
  'supervisor',
  'clerk about themselves',
  'province',
  'another province',
  'support',
  'operator',
  'employer officer before the second factor',
  'employer officer',
  'employer administrator',
  'officer of another employer',
] as const
export type ActorName = (typeof ACTORS)[number]

/**
 * The registration that `applicant` owns; a case that office 1 has received; a correction request and a request about a child that wait at office 1,
 * both by somebody without an account whom the number names and who is `clerk about themselves`.
 */
export type AccessFixture = {
  clients: Map<ActorName, TestClient>
  ownId: string
  caseId: string
  requestId: string
  dependantId: string
  number: string
}

export const OWN_PASSWORD = 'cơn mưa chiều nay đi đâu'

const requireStatus = (what: string, status: number, due: number): void => {
  if (status !== due) throw new Error(`${what} answered ${status} instead of ${due}`)
}

const makeOffices = async ({ sql }: TestPlatform): Promise<void> => {
  for (const [officeId, level, province] of [
    [1, 'grassroots', '01'],
    [2, 'grassroots', '01'],
    [3, 'province', '01'],
    [4, 'province', '79'],
  ] as const)
    await sql`INSERT INTO offices (office_id, provisional_code, name, office_level, province_code, address, valid_from, source)
      VALUES (${officeId}, ${`9000${officeId}`}, ${`BHXH Mẫu ${officeId}`}, ${level}, ${province}, 'Số 1 đường Mẫu', '2025-07-01', 'test')`
}

const makeApplicants = async (server: Server, { clients, ownId }: AccessFixture): Promise<void> => {
  const [own, other, phone] = [new TestClient(server), new TestClient(server), new TestClient(server)]
  requireStatus('a draft', (await own.post('/api/registrations', { registrationId: ownId })).statusCode, 201)
  requireStatus('another draft', (await other.post('/api/registrations', { registrationId: randomUUID() })).statusCode, 201)
  const { token } = (await own.post(`/api/registrations/${ownId}/photo-handoffs`)).json<{ token: string }>()
  requireStatus('a handed photo step', (await phone.post('/api/photo-handoffs', { token })).statusCode, 201)
  clients.set('applicant', own).set('another applicant', other).set('a phone with the photo step', phone)
}

const makePerson = async (platform: TestPlatform, at: number): Promise<{ personId: number; insuranceNumber: string; bornOn: string }> => {
  const insuranceNumber = `990000000${at}`
  const person = { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', sex: 'female', insuranceNumber, nationalId: `09918000000${at}` } as const
  const absent = {
    legacyId: null,
    passportNumber: null,
    nationality: 'VN',
    wardCode: null,
    address: null,
    householdId: null,
    householdRelation: null,
    phoneOnFile: null,
    diedOn: null,
    mergedIntoPersonId: null,
  }
  const [personId = 0] = await copyPersons(platform.sql, { persons: [{ ...person, ...absent }], households: [] }, 'test')
  return { personId, insuranceNumber, bornOn: person.bornOn }
}

const makeCitizen = async (platform: TestPlatform, server: Server, at: number): Promise<TestClient> =>
  signInCitizen(platform, server, { ...(await makePerson(platform, at)), phone: `+8495000000${at}` })

/** What waits at office 1, written as the citizen's app leaves it. */
const makeRequests = async ({ sql }: TestPlatform, fixture: AccessFixture, personId: number): Promise<void> => {
  await sql`
    INSERT INTO dependant_requests (person_id, request_id, child_name, child_born_on, relation, office_id)
    VALUES (${personId}, ${fixture.dependantId}, 'Trần Mẫu Con', '2020-02-02', 'mother', 1)`
  await sql`INSERT INTO dependant_queue (request_id, person_id, office_id) VALUES (${fixture.dependantId}, ${personId}, 1)`
  await sql`
    INSERT INTO correction_requests (person_id, request_id, file_number, office_id, line_kind, line_id, line_shown, problem, what, due_on, due_rule_version)
    VALUES (${personId}, ${fixture.requestId}, '90001/2026/DC000001', 1, 'participation-spell', '00000000-0000-4000-8000-000000000000', '{"title":{"vi":"x","en":"x"},"facts":[],"source":{"vi":"x","en":"x"}}', 'wrong-salary', 'x',
      ansinh_today() + 10, 'test')`
  await sql`
    INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind) VALUES (${personId}, ${fixture.requestId}, 1, 'received', 'citizen')`
  await sql`
    INSERT INTO desk_requests (request_id, person_id, office_id, file_number, purpose, line_kind, state, due_on, sent_at, state_since)
    VALUES (${fixture.requestId}, ${personId}, 1, '90001/2026/DC000001', 'correction', 'participation-spell', 'received', ansinh_today() + 10, ansinh_now(), ansinh_now())`
  await sql`INSERT INTO dependant_request_moves (person_id, request_id, move_no, state) VALUES (${personId}, ${fixture.dependantId}, 1, 'sent')`
}

/** Somebody of the register at a browser: account opened, first password changed, signed in. */
export async function signInCitizen(
  platform: TestPlatform,
  server: Server,
  { personId, insuranceNumber, bornOn, phone }: { personId: number; insuranceNumber: string; bornOn: string; phone: string },
): Promise<TestClient> {
  const { plain, hash } = await prepareFirstPassword()
  const account = { personId, phone, email: null, registrationId: randomUUID(), firstPasswordHash: hash }
  await inTransaction(platform, (transaction) => openAccount(transaction, { ...account, heldUntil: new Date(Date.now() - 1000) }))
  const client = new TestClient(server)
  await client.post('/api/first-sign-ins', { login: insuranceNumber, firstPassword: plain, bornOn })
  requireStatus('a first sign-in', (await client.post('/api/first-sign-ins/password', { password: OWN_PASSWORD })).statusCode, 201)
  return client
}

const makeStaff = async (
  platform: TestPlatform,
  server: Server,
  staff: { userName: string; role: StaffRole; officeId: number; full: boolean; personId?: number },
): Promise<TestClient> => {
  const { userName, role, officeId } = staff
  const { totpSecret } = await createStaffUser(platform, {
    userName,
    fullName: 'Lê Văn Quầy',
    role,
    officeId,
    personId: staff.personId ?? null,
    password: OWN_PASSWORD,
  })
  const client = new TestClient(server)
  requireStatus('the first factor', (await client.post('/api/staff/sessions', { userName, password: OWN_PASSWORD })).statusCode, 201)
  if (!staff.full) return client
  const second = await client.post('/api/staff/sessions/second-factor', { code: currentTotp(totpSecret) })
  requireStatus('the second factor', second.statusCode, 201)
  return client
}

/** Two employers, at offices 1 and 2. */
const makeOfficers = async (platform: TestPlatform, server: Server, { clients }: AccessFixture): Promise<void> => {
  const place = { address: 'Số 2 đường Mẫu', wardCode: null }
  const employers = [
    { employerId: 9_000_001, employerCode: 'TZ0001A', name: 'Công ty Mẫu Một', officeId: 1, ...place },
    { employerId: 9_000_002, employerCode: 'TZ0002B', name: 'Công ty Mẫu Hai', officeId: 2, ...place },
  ]
  await copyEmployers(platform.sql, employers, 'test')
  for (const [name, userName, employerId, role, full] of [
    ['employer officer before the second factor', 'stage@tz0001a', 9_000_001, 'officer', false],
    ['employer officer', 'officer@tz0001a', 9_000_001, 'officer', true],
    ['employer administrator', 'administrator@tz0001a', 9_000_001, 'administrator', true],
    ['officer of another employer', 'officer@tz0002b', 9_000_002, 'officer', true],
  ] as const) {
    const order = { employerId, userName, fullName: 'Đỗ Thị Nhân Sự', role, password: OWN_PASSWORD }
    const { totpSecret } = await createEmployerOfficer(platform, order)
    const client = new TestClient(server)
    requireStatus('the first factor', (await client.post('/api/staff/sessions', { userName, password: OWN_PASSWORD })).statusCode, 201)
    clients.set(name, client)
    if (!full) continue
    const second = await client.post('/api/employer/sessions/second-factor', { code: currentTotp(totpSecret) })
    requireStatus('the second factor', second.statusCode, 201)
  }
}

/** A case of office 1, written as a submission and a receipt leave it. */
const makeCase = async ({ sql, keyring }: TestPlatform, caseId: string): Promise<void> => {
  const answers = {
    fullName: 'Trần Thị Mẫu',
    insuranceNumber: '9900000001',
    insuranceNumberForgotten: false,
    nationalId: '099180000001',
    passportNumber: null,
    nationality: 'VN',
    bornOn: '1980-03-05',
    sex: 'female',
    email: null,
    provinceCode: '01',
    wardCode: '00004',
    street: 'Số 1',
    oldAddress: null,
    officeId: 1,
    officeChoice: 'other',
    employerMayPrint: false,
  }
  const code = 'A7KM29PXT4'
  await sql`
    INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, form_code_encrypted,
      submitted_at, submitted_on, due_on, grace_ends_on, deadline_rule_version, received_at)
    VALUES (${caseId}, 'received', ${sql.json(answers)}, '+84950000009', 1, '90001/2026/00001', ${keyring.hmac('form-code', code)},
      ${keyring.encrypt('form-code', code, caseId)}, ansinh_now(), ansinh_today(), ansinh_today() + 10, ansinh_today() + 15, 'test', ansinh_now())`
}

/** One client per actor, each signed in as a browser would be. */
export async function openAccessFixture(platform: TestPlatform, server: Server): Promise<AccessFixture> {
  const neighbour = await makePerson(platform, 3)
  const fixture: AccessFixture = {
    clients: new Map([['nobody', new TestClient(server)]]),
    ownId: randomUUID(),
    caseId: randomUUID(),
    requestId: randomUUID(),
    dependantId: randomUUID(),
    number: neighbour.insuranceNumber,
  }
  await makeOffices(platform)
  await makeRequests(platform, fixture, neighbour.personId)
  await makeApplicants(server, fixture)
  await makeCase(platform, fixture.caseId)
  fixture.clients.set('citizen', await makeCitizen(platform, server, 1))
  fixture.clients.set('another citizen', await makeCitizen(platform, server, 2))
  const staff = [
    ['staff before the second factor', { userName: 'stage', role: 'clerk', officeId: 1, full: false }],
    ['clerk', { userName: 'clerk', role: 'clerk', officeId: 1, full: true }],
    ['clerk of another office', { userName: 'elsewhere', role: 'clerk', officeId: 2, full: true }],
    ['supervisor', { userName: 'supervisor', role: 'supervisor', officeId: 1, full: true }],
    ['clerk about themselves', { userName: 'themselves', role: 'clerk', officeId: 1, full: true, personId: neighbour.personId }],
    ['province', { userName: 'province', role: 'province', officeId: 3, full: true }],
    ['another province', { userName: 'far', role: 'province', officeId: 4, full: true }],
    ['support', { userName: 'support', role: 'support', officeId: 1, full: true }],
    ['operator', { userName: 'operator', role: 'operator', officeId: 1, full: true }],
  ] as const
  for (const [name, one] of staff) fixture.clients.set(name, await makeStaff(platform, server, one))
  await makeOfficers(platform, server, fixture)
  return fixture
}
