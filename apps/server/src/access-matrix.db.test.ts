import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessFixture, type ActorName, ACTORS, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import type { Server } from './platform/add-route.ts'
import { sampleOf } from './platform/sample-of.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

const CLERKS: readonly ActorName[] = ['clerk', 'clerk of another office', 'supervisor', 'clerk about themselves']
const PROVINCES: readonly ActorName[] = ['province', 'another province']
const STAFF: readonly ActorName[] = [...CLERKS, ...PROVINCES, 'support', 'operator']

const EMPLOYERS: readonly ActorName[] = ['employer officer', 'employer administrator', 'officer of another employer']

/** What each access word means, written a second time and by hand: the policy table is compared with it. */
const ADMITTED: Record<
  contract.Access,
  { actors: readonly ActorName[]; others: string; staffOfAnotherRole?: string; officersOfAnotherRole?: string }
> = {
  public: { actors: ACTORS, others: '' },
  applicant: { actors: ['applicant'], others: 'registration-not-yours' },
  'applicant-photos': { actors: ['applicant', 'a phone with the photo step'], others: 'registration-not-yours' },
  citizen: { actors: ['citizen', 'another citizen'], others: 'not-signed-in' },
  'staff-second-factor': { actors: ['staff before the second factor'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  staff: { actors: STAFF, others: 'not-signed-in' },
  clerk: { actors: CLERKS, others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  supervisor: { actors: ['supervisor'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  'case-reader': { actors: [...CLERKS, ...PROVINCES], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  'account-helper': { actors: [...CLERKS, 'support'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  helper: { actors: [...CLERKS, ...PROVINCES, 'support'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  'post-giver': { actors: ['supervisor', ...PROVINCES, 'operator'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  inspector: { actors: ['supervisor', ...PROVINCES], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  operator: { actors: ['operator'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  'employer-second-factor': {
    actors: ['employer officer before the second factor'],
    others: 'not-signed-in',
    officersOfAnotherRole: 'not-allowed',
  },
  employer: { actors: EMPLOYERS, others: 'not-signed-in' },
  'employer-administrator': { actors: ['employer administrator'], others: 'not-signed-in', officersOfAnotherRole: 'not-allowed' },
}

/** Objects of office 1 that a staff route names in its address. */
const OF_OFFICE_1 = ['/api/counter/registrations/:', '/api/counter/requests/:', '/api/counter/dependant-requests/:']
/** What is about the person whom the fixture's number names, who is also `clerk about themselves`. */
const ABOUT_THE_NUMBER = [
  '/api/counter/requests/:',
  '/api/counter/dependant-requests/:',
  '/api/counter/account-',
  '/api/counter/activation-',
]
const ABOUT_THE_NUMBER_TOO = ['/api/counter/first-passwords', '/api/counter/phone-changes', '/api/counter/mandates']
const isAmong = (url: string, prefixes: readonly string[]): boolean => prefixes.some((prefix) => url.startsWith(prefix))
const mayRefuse = (route: Route, code: string): boolean => (route.refuses as readonly string[]).includes(code)

/** The refusal code due, or null when the actor is let through to the handler. */
const dueRefusal = (route: Route, actor: ActorName): string | null => {
  const rule = ADMITTED[route.access]
  if (!rule.actors.includes(actor)) {
    if (STAFF.includes(actor)) return rule.staffOfAnotherRole ?? rule.others
    return EMPLOYERS.includes(actor) ? (rule.officersOfAnotherRole ?? rule.others) : rule.others
  }
  const isElsewhere = actor === 'clerk of another office' || actor === 'another province'
  if (isElsewhere && isAmong(route.url, OF_OFFICE_1) && mayRefuse(route, 'case-elsewhere')) return 'case-elsewhere'
  const isOwn = actor === 'clerk about themselves' && isAmong(route.url, [...ABOUT_THE_NUMBER, ...ABOUT_THE_NUMBER_TOO])
  return isOwn && mayRefuse(route, 'case-own') ? 'case-own' : null
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'access' in value
const ROUTES: readonly Route[] = Object.values(contract as Record<string, unknown>).filter(isRoute)

/** Signing out last: it would end the actor's session for the routes after it. */
const endsSession = (route: Route): boolean => route.method === 'DELETE' && route.url.includes('/sessions/')
const inOrder = ROUTES.toSorted((one, other) => Number(endsSession(one)) - Number(endsSession(other)))

describe('who may call what', () => {
  let platform: TestPlatform
  let server: Server
  let fixture: AccessFixture

  beforeAll(async () => {
    platform = await openTestPlatform()
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    fixture = await openAccessFixture(platform, server)
  })
  afterAll(async () => {
    await server.fastify.close()
    await platform.drop()
  })

  const idsOf = (route: Route): Record<string, string> => ({
    ':registrationId': route.url.startsWith('/api/counter/') ? fixture.caseId : fixture.ownId,
    ':requestId': route.url.startsWith('/api/counter/dependant-requests/') ? fixture.dependantId : fixture.requestId,
    ':kind': 'portrait',
    ':staffId': '1',
  })
  const bodyOf = ({ body }: Route): object | undefined => {
    if (body === undefined) return undefined
    const sample = sampleOf(body) as Record<string, unknown>
    // About somebody without an account, with everything ticked: what stands in the way then is who asks, or that there is no account.
    const about = 'number' in sample ? { number: fixture.number, ...('originalChecked' in sample ? { originalChecked: true } : {}) } : {}
    const mandate = 'readerNumber' in sample ? { readerNumber: fixture.number, areas: ['card'], paperSeen: true } : {}
    return { ...sample, ...about, ...mandate }
  }
  const call = (route: Route, actor: ActorName) => {
    let url: string = route.url
    for (const [hole, id] of Object.entries(idsOf(route))) url = url.replace(hole, id)
    url = url.replaceAll(/:\w+Id/g, randomUUID()).replace(/:\w+/, 'x')
    return (fixture.clients.get(actor) ?? new TestClient(server)).send(
      route.method,
      url,
      bodyOf(route),
      route.takes === undefined ? {} : { 'content-type': route.takes },
    )
  }
  /** For `npm run measure authz`: how many cells were looked at and which were not as they should be. */
  const cells = { looked: 0, staff: 0, unexpected: [] as string[] }
  afterAll(() => {
    const file = process.env['ANSINH_ACCESS_CELLS']
    if (file !== undefined) writeFileSync(file, JSON.stringify(cells))
  })

  it('reads every route of the contract, and the app has each of them', () => {
    expect(ROUTES.length).toBeGreaterThan(50)
    for (const { method, url } of ROUTES) expect([url, server.fastify.hasRoute({ method, url })]).toStrictEqual([url, true])
  })

  it.each(inOrder.map((route) => [`${route.method} ${route.url}`, route.access, route] as const))(
    '%s is for %s',
    async (_name, _access, route) => {
      const actors = ACTORS.toSorted((one, other) => Number(dueRefusal(route, one) === null) - Number(dueRefusal(route, other) === null))
      for (const actor of actors) {
        const answer = await call(route, actor)
        const isJson = answer.headers['content-type']?.toString().startsWith('application/json') === true
        const code = isJson && answer.statusCode >= 400 ? answer.json<{ code: string }>().code : null
        const due = dueRefusal(route, actor)
        const right =
          due === null
            ? !/^(?:not-signed-in|not-allowed|registration-not-yours|case-elsewhere|wrong-origin|bug)$/u.test(code ?? '')
            : code === due && answer.statusCode === contract.REFUSALS[due as contract.RefusalCode].status
        cells.looked += 1
        if (route.surface !== 'citizen' && route.access !== 'public') cells.staff += 1
        if (!right)
          cells.unexpected.push(
            `${actor}: ${route.method} ${route.url} answered ${answer.statusCode} ${code ?? ''}, due ${due ?? 'let through'}`,
          )
      }
      expect(cells.unexpected.filter((line) => line.includes(`: ${route.method} ${route.url} `))).toStrictEqual([])
    },
  )

  it.each(['citizen', 'office'] as const)('the %s host carries its own routes only', async (surface) => {
    const host = await createApp(platform, surface)
    await host.fastify.ready()
    for (const { method, url, surface: where } of ROUTES)
      expect([url, host.fastify.hasRoute({ method, url })]).toStrictEqual([url, where === surface || where === 'both'])
    await host.fastify.close()
  })

  it('and a cookie of one kind opens nothing of another kind', async () => {
    const [citizen, clerk] = [fixture.clients.get('another citizen'), fixture.clients.get('clerk of another office')]
    const crossed = new TestClient(server)
    for (const name of ['__Host-ansinh-session', '__Host-ansinh-staff', '__Host-ansinh-applicant', '__Host-ansinh-ticket'])
      for (const value of [...(citizen?.cookies.values() ?? []), ...(clerk?.cookies.values() ?? [])]) {
        if (citizen?.cookies.get(name) === value || clerk?.cookies.get(name) === value) continue
        crossed.cookies.set(name, value)
        for (const url of [
          '/api/me',
          '/api/staff/me',
          `/api/registrations/${fixture.ownId}`,
          `/api/counter/registrations/${fixture.ownId}`,
        ])
          expect((await crossed.get(url)).statusCode).toBeGreaterThanOrEqual(401)
        crossed.cookies.delete(name)
      }
  })
})
