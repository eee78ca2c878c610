import { randomUUID } from 'node:crypto'
import { addDays, CHILD_AREAS, lastDayAsChild } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount, prepareFirstPassword } from '../accounts/index.ts'
import { copyPersons } from '../persons/index.ts'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { endRepresentations } from './end-representations-job.ts'
import { insertRepresentation, registerRepresentations, requireSubject } from './index.ts'

let platform: TestPlatform
let guardian: number
let child: number
const representationId = randomUUID()
const rest = {
  sex: 'female',
  nationalId: null,
  legacyId: null,
  passportNumber: null,
  nationality: 'VN',
  wardCode: null,
  address: null,
  householdId: null,
  householdRelation: null,
  diedOn: null,
  mergedIntoPersonId: null,
} as const

beforeAll(async () => {
  platform = await openTestPlatform()
  const today = (await platform.sql<{ today: string }[]>`SELECT ansinh_today() AS today`)[0]?.today ?? ''
  // Eighteen in two days.
  const birthday = addDays(today, 2)
  const bornOn = `${Number(birthday.slice(0, 4)) - 18}${birthday.slice(4)}`
  const persons = [
    { ...rest, fullName: 'Trần Thị Mẹ', bornOn: '1980-01-01', insuranceNumber: '9900000001', phoneOnFile: null },
    { ...rest, fullName: 'Trần Thị Con', bornOn, insuranceNumber: '9900000002', phoneOnFile: '+84950000002' },
  ]
  const [first = 0, second = 0] = await copyPersons(platform.sql, { persons, households: [] }, 'test')
  guardian = first
  child = second
  const { hash } = await prepareFirstPassword()
  const account = {
    personId: guardian,
    phone: '+84950000001',
    email: null,
    registrationId: randomUUID(),
    firstPasswordHash: hash,
    heldUntil: new Date(),
  }
  await inTransaction(platform, async (transaction) => {
    await openAccount(transaction, account)
    const one = { personId: guardian, representationId, subjectPersonId: child, kind: 'child', relation: 'mother' } as const
    await insertRepresentation(transaction, { ...one, areas: [...CHILD_AREAS], lastOn: lastDayAsChild(bornOn), source: 'test' })
  })
})
afterAll(() => platform.drop())

const events = async (): Promise<string[]> =>
  (await platform.sql<{ event: string }[]>`SELECT event FROM messages ORDER BY event`).map(({ event }) => event)

/** What the guardian's read of the card is answered. */
const look = async (): Promise<string> => {
  const citizen = async () => ({ kind: 'citizen', personId: guardian, sessionHash: Buffer.alloc(32) }) as const
  const none = async () => null
  const server = await makeServer(platform, 'citizen', { applicant: none, citizen, staff: none, employer: none })
  registerRepresentations(server, platform)
  server.fastify.addHook('onRequest', async (request) => void (request.actor = await citizen()))
  const read = (request: FastifyRequest): Promise<unknown> => requireSubject(platform, request, representationId, 'card')
  server.fastify.get('/look', read)
  const answer = await server.fastify.inject({ url: '/look' })
  await server.fastify.close()
  return answer.statusCode === 200 ? 'read' : answer.json<{ code: string }>().code
}

describe('the day a child comes of age', () => {
  it('is not yet the day before: the guardian reads, the job does nothing', async () => {
    await platform.moveClock('1 day')
    expect(await look()).toBe('read')
    expect(await endRepresentations(platform)).toBe(0)
    expect(await events()).toEqual([])
  })
  it('ends the view at once, job or no job', async () => {
    await platform.moveClock('2 days')
    expect(await look()).toBe('representation-over')
  })
  it('is told to both by the job, once', async () => {
    expect(await endRepresentations(platform)).toBe(1)
    expect(await endRepresentations(platform)).toBe(0)
    expect(await events()).toEqual(['came-of-age', 'childhood-over'])
    const lines = await platform.sql<
      { personId: number }[]
    >`SELECT person_id AS "personId" FROM audit_lines WHERE action = 'representation-came-of-age' ORDER BY 1`
    expect(lines.map(({ personId }) => personId)).toEqual([guardian, child])
    expect(await look()).toBe('representation-over')
  })
})
