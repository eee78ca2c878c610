import { randomUUID } from 'node:crypto'
import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import { addDays, DATA_AREAS } from '@an-sinh/domain'
import { afterAll, describe, expect, it } from 'vitest'
import { signInCitizen } from './access-fixture.ts'
import { close, family, platform, representationsOf, server, signIn, today } from './dependants-fixture.ts'
import { sampleOf } from './platform/sample-of.ts'
import { TestClient } from './platform/test-client.ts'
import { inTransaction } from './platform/transaction.ts'
import { insertRepresentation } from './representations/index.ts'

afterAll(close)

describe('whose data a citizen may read', () => {
  const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'operationId' in value
  const ROUTES = Object.values(contract as Record<string, unknown>)
    .filter(isRoute)
    .filter((route) => route.query !== undefined && 'for' in (route.query as unknown as { properties: object }).properties)
  const AREA: Readonly<Record<string, (typeof DATA_AREAS)[number]>> = {
    getHealthCard: 'card',
    getHealthCards: 'card',
    getWalletCard: 'card',
    getBenefits: 'benefits',
    getParticipation: 'participation',
    listParticipationMonths: 'participation',
    listVisits: 'medical-book',
    getVisit: 'medical-book',
    listMedicalPapers: 'medical-book',
  }
  const read = async (client: TestClient, route: Route, forId: string | null): Promise<string> => {
    const query = new URLSearchParams(sampleOf(route.query ?? {}) as Record<string, string>)
    if (query.has('branch')) query.set('branch', 'health')
    if (query.has('year')) query.set('year', '2025')
    if (forId !== null) query.set('for', forId)
    const answer = await client.get(`${route.url.replace(':visitId', randomUUID())}?${query.toString()}`)
    // A visit that is none: what lies behind the door was asked for.
    const code = answer.statusCode < 400 ? 'read' : answer.json<{ code: string }>().code
    return code === 'not-found' ? 'read' : code
  }
  const grant = async (personId: number, subjectPersonId: number, more: object = {}): Promise<string> => {
    const representationId = randomUUID()
    const one = { kind: 'mandate', relation: null, areas: [...DATA_AREAS], lastOn: addDays(today, 30), source: 'test' } as const
    await inTransaction(platform, (transaction) =>
      insertRepresentation(transaction, { personId, representationId, subjectPersonId, ...one, ...more }),
    )
    return representationId
  }

  it('is known for every route that takes `for`', () => {
    expect(ROUTES.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(AREA).toSorted())
  })
  it('is one’s own, a child’s, a mandator’s in the areas given, and nobody else’s', async () => {
    const { guardian, forId: childId } = await family()
    const [mandator, stranger] = [await signIn(), await signIn()]
    const wholeId = await grant(guardian.personId, mandator.personId)
    const cardId = await grant(guardian.personId, mandator.personId, { areas: ['card'] })
    const givenUpId = await grant(guardian.personId, mandator.personId)
    const revokedId = await grant(guardian.personId, mandator.personId)
    expect((await guardian.client.post(`/api/me/representations/${givenUpId}/ending`, {})).statusCode).toBe(204)
    expect((await mandator.client.post(`/api/me/representations/${revokedId}/ending`, {})).statusCode).toBe(204)
    expect((await stranger.client.post(`/api/me/representations/${wholeId}/ending`, {})).statusCode).toBe(404)
    for (const route of ROUTES) {
      const area = AREA[route.operationId]
      const seen = {
        own: await read(guardian.client, route, null),
        child: await read(guardian.client, route, childId),
        whole: await read(guardian.client, route, wholeId),
        card: await read(guardian.client, route, cardId),
        givenUp: await read(guardian.client, route, givenUpId),
        revoked: await read(guardian.client, route, revokedId),
        unknown: await read(guardian.client, route, randomUUID()),
        strangers: await read(stranger.client, route, wholeId),
        turnedRound: await read(mandator.client, route, wholeId),
        nobody: await read(new TestClient(server), route, wholeId),
      }
      expect({ route: route.operationId, ...seen }).toEqual({
        route: route.operationId,
        own: 'read',
        child: area === 'benefits' ? 'area-not-granted' : 'read',
        whole: 'read',
        card: area === 'card' ? 'read' : 'area-not-granted',
        givenUp: 'representation-over',
        revoked: 'representation-over',
        unknown: 'representation-unknown',
        strangers: 'representation-unknown',
        turnedRound: 'representation-unknown',
        nobody: 'not-signed-in',
      })
    }
  })
  it('is of a child the health branch alone', async () => {
    const { guardian, forId } = await family()
    const { branches } = (await guardian.client.get(`/api/me/participation?for=${forId}`)).json<{ branches: { branch: string }[] }>()
    expect(branches.map(({ branch }) => branch)).toEqual(['health'])
    const months = await guardian.client.get(`/api/me/participation/months?branch=social&year=2025&for=${forId}`)
    expect(months.json<{ code: string }>().code).toBe('area-not-granted')
  })
  it('is seen by both sides, and ended by the child’s guardian but not by the child', async () => {
    const { guardian, child, forId } = await family()
    const client = await signInCitizen(platform, server, child)
    expect((await representationsOf(client)).readers).toMatchObject([
      { representationId: forId, fullName: guardian.fullName, state: 'standing' },
    ])
    expect((await client.post(`/api/me/representations/${forId}/ending`, {})).json<{ code: string }>().code).toBe('not-allowed')
    expect((await guardian.client.post(`/api/me/representations/${forId}/ending`, {})).statusCode).toBe(204)
    expect((await guardian.client.post(`/api/me/representations/${forId}/ending`, {})).statusCode).toBe(204)
    expect((await representationsOf(client)).readers).toMatchObject([{ state: 'ended' }])
  })
})
