import { randomUUID } from 'node:crypto'
import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessFixture, type ActorName, ACTORS, openAccessFixture } from './access-fixture.ts'
import { createApp } from './app.ts'
import type { Server } from './platform/add-route.ts'
import { sampleOf } from './platform/sample-of.ts'
import { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

const STAFF: readonly ActorName[] = ['clerk', 'clerk of another office', 'supervisor', 'operator']

/** What each access word means, written a second time and by hand: the policy table is compared with it. */
const ADMITTED: Record<contract.Access, { actors: readonly ActorName[]; others: string; staffOfAnotherRole?: string }> = {
  public: { actors: ACTORS, others: '' },
  applicant: { actors: ['applicant'], others: 'registration-not-yours' },
  'applicant-photos': { actors: ['applicant', 'a phone with the photo step'], others: 'registration-not-yours' },
  citizen: { actors: ['citizen', 'another citizen'], others: 'not-signed-in' },
  'staff-second-factor': { actors: ['staff before the second factor'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  staff: { actors: STAFF, others: 'not-signed-in' },
  clerk: { actors: ['clerk', 'clerk of another office', 'supervisor'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  supervisor: { actors: ['supervisor'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
  operator: { actors: ['operator'], others: 'not-signed-in', staffOfAnotherRole: 'not-allowed' },
}

/** The refusal code due, or null when the actor is let through to the handler. */
const dueRefusal = (route: Route, actor: ActorName): string | null => {
  const rule = ADMITTED[route.access]
  if (!rule.actors.includes(actor)) return STAFF.includes(actor) ? (rule.staffOfAnotherRole ?? rule.others) : rule.others
  const isElsewhere = actor === 'clerk of another office' && route.url.startsWith('/api/counter/registrations/:')
  return isElsewhere && (route.refuses as readonly string[]).includes('case-elsewhere') ? 'case-elsewhere' : null
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

  const call = (route: Route, actor: ActorName) => {
    const registrationId = route.url.startsWith('/api/counter/') ? fixture.caseId : fixture.ownId
    const url = route.url
      .replace(':registrationId', registrationId)
      .replace(':kind', 'portrait')
      .replaceAll(/:\w+Id/g, randomUUID())
      .replace(/:\w+/, 'x')
    const payload = route.body === undefined ? undefined : (sampleOf(route.body) as object)
    return (fixture.clients.get(actor) ?? new TestClient(server)).send(
      route.method,
      url,
      payload,
      route.takes === undefined ? {} : { 'content-type': route.takes },
    )
  }

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
        const code =
          answer.headers['content-type']?.toString().startsWith('application/json') === true && answer.statusCode >= 400
            ? answer.json<{ code: string }>().code
            : null
        const due = dueRefusal(route, actor)
        if (due !== null)
          expect({ actor, status: answer.statusCode, code }).toStrictEqual({
            actor,
            status: contract.REFUSALS[due as contract.RefusalCode].status,
            code: due,
          })
        else
          expect({ actor, code }).not.toMatchObject({
            code: expect.stringMatching(
              /^(?:not-signed-in|not-allowed|registration-not-yours|case-elsewhere|wrong-origin|bug)$/u,
            ) as string,
          })
      }
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
