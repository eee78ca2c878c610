import { randomUUID } from 'node:crypto'

import * as contract from '@an-sinh/contract'
import type { Route } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signInCitizen } from './access-fixture.ts'
import { createApp } from './app.ts'
import type { Server } from './platform/add-route.ts'
import { sampleOf } from './platform/sample-of.ts'
import { openSql, type Sql } from './platform/sql.ts'
import type { TestClient } from './platform/test-client.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { synthesise } from './population/index.ts'
import { seedReference } from './reference/index.ts'
import { isPlanned, openPartitionReader, type Statement, type Touched } from './touched-partitions-fixture.ts'

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'access' in value
const ROUTES = Object.values(contract as Record<string, unknown>)
  .filter(isRoute)
  .filter((route) => route.access === 'citizen')
  // Reading before changing.
  .toSorted((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'))
type Person = { personId: number; insuranceNumber: string; bornOn: string }
/** Ids asked for by another name than that of their column. */
const COLUMN_OF: Readonly<Record<string, string>> = { lineId: 'spellId' }

describe('what a signed-in person asks for', () => {
  let platform: TestPlatform
  let owner: Sql
  let server: Server
  let client: TestClient
  let personId: number
  let people: Person[]
  let touchedBy: (statement: Statement) => Promise<Touched>
  let heard: Statement[] = []

  /** People alive who hold a card, those who were at a doctor and have the longest histories first. */
  const listPeople = async (): Promise<Person[]> =>
    owner<Person[]>`
      SELECT p.person_id AS "personId", p.insurance_number AS "insuranceNumber", p.born_on_partial AS "bornOn" FROM persons p
      WHERE p.died_on IS NULL AND length(p.born_on_partial) = 10 AND EXISTS (SELECT FROM health_cards c WHERE c.person_id = p.person_id)
      ORDER BY EXISTS (SELECT FROM visit_papers v WHERE v.person_id = p.person_id) DESC,
        EXISTS (SELECT FROM visits v WHERE v.person_id = p.person_id) DESC, (SELECT count(*) FROM participation_spells s WHERE s.person_id = p.person_id) DESC, p.person_id LIMIT ${ROUTES.length + 1}`
  const signInNext = async (): Promise<void> => {
    const person = people.shift()
    if (person === undefined) throw new Error('nobody was made')
    personId = person.personId
    client = await signInCitizen(platform, server, { ...person, phone: '+84950000001' })
  }

  beforeAll(async () => {
    platform = await openTestPlatform({ demo: true, onStatement: (text, parameters) => void heard.push({ text, parameters }) })
    owner = openSql(platform.migratorUrl, { max: 1, statementTimeoutMs: 20_000 })
    await seedReference(platform.sql)
    await synthesise(platform.sql, { people: 300, seed: 5, multiply: 1, today: '2026-11-26', tell: () => undefined })
    server = await createApp(platform, 'both')
    await server.fastify.ready()
    people = await listPeople()
    await signInNext()
    touchedBy = await openPartitionReader(owner)
  }, 60_000)
  afterAll(async () => {
    await server.fastify.close()
    await owner.end({ timeout: 1 })
    await platform.drop()
  })

  /** An id of the person's own where a people's table has a column of that name; some id otherwise. */
  const findId = async (parameter: string): Promise<string> => {
    const column = parameter.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
    const tables = await owner<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ${column} WHERE c.relkind = 'p' ORDER BY 1`
    for (const { name } of tables) {
      const [row] = await owner<
        { id: string }[]
      >`SELECT ${owner(column)}::text AS id FROM ${owner(name)} WHERE person_id = ${personId} LIMIT 1`
      if (row !== undefined) return row.id
    }
    return randomUUID()
  }

  const queryOf = async (route: Route): Promise<string> => {
    if (route.query === undefined) return ''
    const query = new URLSearchParams(sampleOf(route.query) as Record<string, string>)
    for (const [name, column] of Object.entries(COLUMN_OF)) if (query.has(name)) query.set(name, await findId(column))
    return `?${query.toString()}`
  }
  const call = async (route: Route) => {
    // Whoever changes something may be signed out by it: the next one is somebody else.
    if (route.method !== 'GET') await signInNext()
    let url: string = route.url
    for (const [parameter, name = ''] of route.url.matchAll(/:(\w+)/gu)) url = url.replace(parameter, await findId(name))
    url += await queryOf(route)
    heard = []
    const payload = route.body === undefined ? undefined : (sampleOf(route.body) as object)
    return client.send(route.method, url, payload, route.takes === undefined ? {} : { 'content-type': route.takes })
  }

  it('is read with a reader that sees every partition a statement touches', async () => {
    const everybody = await touchedBy({ text: `SELECT count(*) FROM persons WHERE name_folded = $1`, parameters: ['x'] })
    expect(everybody.size).toBe(32)
    const one = await touchedBy({
      text: 'SELECT * FROM persons JOIN health_cards USING (person_id) WHERE person_id = $1',
      parameters: [personId],
    })
    expect([...new Set(one.values())]).toHaveLength(1)
    expect([...one.keys()].toSorted()).toStrictEqual([expect.stringMatching(/^health_cards_p/u), expect.stringMatching(/^persons_p/u)])
  })

  it.each(ROUTES.map((route) => [`${route.method} ${route.url}`, route] as const))('%s touches one shard', async (_name, route) => {
    const answer = await call(route)
    const statements = heard.filter(({ text }) => isPlanned(text))
    if (route.method === 'GET' && route.params === undefined && route.query === undefined) expect(answer.statusCode).toBe(200)
    expect(answer.statusCode).not.toBe(401)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) {
      const touched = await touchedBy(statement)
      expect({ statement: statement.text, shards: new Set(touched.values()).size <= 1, touched: [...touched.keys()] }).toMatchObject({
        shards: true,
      })
    }
  })
})
