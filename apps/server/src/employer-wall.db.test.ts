import { writeFileSync } from 'node:fs'
import type { Route } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessFixture, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import {
  bodyWith,
  EMPLOYER_ROUTES,
  fingerprintOf,
  listAgencyTables,
  listGrants,
  listIdsOf,
  listWaysAround,
  pathsOf,
  unknownId,
} from './employer-wall-fixture.ts'
import type { Server } from './platform/add-route.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

const [A, B] = [9_000_001, 9_000_002]
/** Stands in every line of A's roster and in nothing of anybody else. */
const CANARY = 'Hoàng Yến Canary'
const REQUESTS = Number(process.env['ANSINH_WALL_REQUESTS'] ?? 300)
/** The agency's side of an employer's route, told by name: a function called with what was checked, and only declared columns leave. */
const AGENCY_SIDE: Readonly<Record<string, readonly string[]>> = {
  // Who works there now by the register: names, numbers and birth dates of its own people become lines of the roster.
  startRosterFromRegister: ['participation_spells', 'participation_spell_endings', 'persons'],
  // Whom an invitation still has something to tell; the answer is a count.
  previewInvitations: ['accounts'],
  sendInvitations: ['accounts'],
  // Whose forms may be printed and handed in, as each of them agreed; how many the office still expects.
  getBulkForms: ['registrations'],
  startBulkRun: ['registrations'],
  tickForm: ['registrations'],
  makeHandInBatch: ['registrations'],
  getEmployerVisits: ['registrations'],
  proposeVisitPlan: ['registrations'],
  // Whether a text arrived.
  listInvitations: ['messages'],
  // An officer's own chat, found by the employer and the officer, with the given name of whoever answers; how many wait, and who is on duty, as counts.
  ...Object.fromEntries(
    [
      'getEmployerChatStanding',
      'beginEmployerChat',
      'getEmployerChat',
      'followEmployerChat',
      'sayInEmployerChat',
      'markEmployerChat',
      'endEmployerChat',
    ].map((operationId) => [operationId, ['chats', 'chat_duties', 'chat_messages', 'chat_sides', 'staff_users']]),
  ),
}
/** Where files in transit lie, whoever sent them: rows of the employer's own file, found by its own batch. */
const FILES_IN_TRANSIT: readonly string[] = ['import_batches', 'import_rows', 'import_row_faults', 'import_close_matches']

describe('the wall around an employer', () => {
  let platform: TestPlatform
  let server: Server
  let fixture: AccessFixture
  let statements: string[] = []
  const result = { declared: AGENCY_SIDE, grants: 0, paths: [] as string[], routes: 0, requests: 0, unexpected: [] as string[] }

  beforeAll(async () => {
    platform = await openTestPlatform({ onStatement: (text) => void statements.push(text) })
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    fixture = await openAccessFixture(platform, server)
    for (const [employerId, name] of [
      [A, CANARY],
      [B, 'Người của đơn vị hai'],
    ] as const)
      await platform.sql`
        INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, national_id, insurance_number, department, source)
        SELECT ${employerId}, gen_random_uuid(), ${name} || ' ' || n, '1990-01-01', '09919' || lpad((${employerId}::bigint % 10 * 1000 + n)::text, 7, '0'), '99' || lpad((${employerId}::bigint % 10 * 1000 + n)::text, 8, '0'), 'Phòng ' || n, 'test'
        FROM generate_series(1, 12) AS n`
    const administrator = fixture.clients.get('employer administrator')
    const [entryId = ''] = await listIdsOf(platform, A)
    await administrator?.post('/api/employer/prepared-drafts', { entryIds: [entryId] })
    await administrator?.post('/api/employer/roster-keys', { name: CANARY })
  })
  afterAll(async () => {
    const file = process.env['ANSINH_WALL_RESULT']
    if (file !== undefined) writeFileSync(file, JSON.stringify(result))
    await server.fastify.close()
    await platform.drop()
  })

  const call = (client: TestClient, route: Route, holes: { id: () => string; officerNo: string }) => {
    const url = route.url
      .replace(':format', 'csv')
      .replace(':officerNo', holes.officerNo)
      .replaceAll(/:\w+/gu, () => holes.id())
    return client.send(route.method, url, route.body === undefined ? undefined : (bodyWith(route.body, holes.id) as object))
  }
  const clientOf = (name: 'officer of another employer' | 'employer administrator'): TestClient => {
    const client = fixture.clients.get(name)
    if (client === undefined) throw new Error(`no ${name}`)
    return client
  }

  it('has no right in the database on anything of a person, and no way around', async () => {
    const grants = await listGrants(platform)
    result.grants = grants.length
    result.paths = [...pathsOf(grants), ...(await listWaysAround(platform))]
    expect(grants.length).toBeGreaterThan(20)
    expect(result.paths).toStrictEqual([])
  })

  it('would be seen broken: a right on a table of persons is a path', () => {
    const grant = { column: 'full_name', privilege: 'SELECT' }
    expect(pathsOf([{ ...grant, table: 'persons', feature: 'persons' }])).toHaveLength(1)
    expect(pathsOf([{ ...grant, table: 'roster_entries', feature: 'rosters', column: 'person_id' }])).toHaveLength(1)
  })

  it('is asked by every route without a word of an agency’s table', async () => {
    const agency = new RegExp(String.raw`\b(?:FROM|JOIN|INTO|UPDATE)\s+(${(await listAgencyTables(platform)).join('|')})\b`, 'giu')
    // The account of the officer and the limits are asked for before the handler runs.
    const client = clientOf('employer administrator')
    for (const route of EMPLOYER_ROUTES) {
      statements = []
      await call(client, route, { id: unknownId, officerNo: '999999' })
      result.routes += 1
      const mentioned = statements.flatMap((text) => [...text.matchAll(agency)].map(([, table = '']) => table.toLowerCase()))
      // Notes of errors are written together, once a second, during whatever request comes then.
      const allowed = ['limit_counters', 'schema_migrations', 'error_notes', ...FILES_IN_TRANSIT, ...(AGENCY_SIDE[route.operationId] ?? [])]
      for (const table of new Set(mentioned))
        if (!allowed.includes(table)) result.unexpected.push(`${route.operationId} asks ${table} outside the wall`)
    }
    expect(result.routes).toBeGreaterThan(8)
    expect(result.unexpected).toStrictEqual([])
  })

  it('gives another employer’s officer the answer of an unknown id, shows nothing of the first and moves nothing of it', async () => {
    const ids = await listIdsOf(platform, A)
    const officers = await platform.sql<{ no: string }[]>`SELECT officer_id::text AS no FROM employer_officers WHERE employer_id = ${A}`
    await platform.sql`UPDATE employer_officers SET role = 'administrator' WHERE user_name = 'officer@tz0002b'`
    const before = await fingerprintOf(platform, A)
    const client = clientOf('officer of another employer')
    const routes = EMPLOYER_ROUTES.filter(({ operationId }) => operationId !== 'makeRosterKey' && operationId !== 'addOfficer')
    const secrets = [CANARY, 'TZ0001A', ...ids]
    for (let at = 0; at < REQUESTS; at += 1) {
      const route = routes[at % routes.length] as Route
      const round = Math.floor(at / routes.length)
      const id = (): string => ids[round % ids.length] ?? ''
      const officerNo = officers[round % officers.length]?.no ?? ''
      const [theirs, nobodys] = [
        await call(client, route, { id, officerNo }),
        await call(client, route, { id: unknownId, officerNo: '999999999' }),
      ]
      result.requests += 1
      const codeOf = (answer: typeof theirs): string =>
        answer.statusCode < 400 ? String(answer.statusCode) : `${answer.statusCode} ${answer.json<{ code?: string }>().code ?? ''}`
      const said = theirs.body
      const shown = secrets.filter((secret) => secret !== '' && said.includes(secret) && !echoed(route, secret, id()))
      if (codeOf(theirs) !== codeOf(nobodys))
        result.unexpected.push(`${route.operationId}: ${codeOf(theirs)} for another’s, ${codeOf(nobodys)} for nobody’s`)
      if (shown.length > 0) result.unexpected.push(`${route.operationId} shows ${shown.join(', ')}`)
    }
    expect(await fingerprintOf(platform, A)).toStrictEqual(before)
    expect([...new Set(result.unexpected)]).toStrictEqual([])
  })
})

/** An id that came with the request may stand in the answer, as any other would. */
const echoed = (route: Route, secret: string, sent: string): boolean =>
  secret === sent && (route.body !== undefined || route.url.includes(':'))
