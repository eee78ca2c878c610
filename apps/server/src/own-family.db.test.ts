import { randomUUID } from 'node:crypto'
import type { DependantRelation, RepresentationKind } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from './platform/transaction.ts'
import { insertRepresentation } from './representations/index.ts'
import { type Clerk, codeOf, openReviewDesk, type ReviewDesk } from './review-desk-fixture.ts'

type Tie = { readerId: number; subjectId: number; kind: RepresentationKind; relation: DependantRelation | null }

describe('somebody bound to the clerk by guardianship or mandate', () => {
  let desk: ReviewDesk
  let colleague: Clerk
  beforeAll(async () => {
    desk = await openReviewDesk()
    colleague = await desk.hire()
  })
  afterAll(() => desk.close())

  const bind = async ({ readerId, subjectId, kind, relation }: Tie): Promise<() => Promise<unknown>> => {
    const representationId = randomUUID()
    const tie = { personId: readerId, representationId, subjectPersonId: subjectId, kind, relation, lastOn: '2099-12-31', source: 'test' }
    await inTransaction(desk.platform, (transaction) => insertRepresentation(transaction, { ...tie, areas: ['card'] }))
    return () =>
      desk.platform
        .sql`INSERT INTO representation_endings (person_id, representation_id, kind) VALUES (${readerId}, ${representationId}, 'revoked')`
  }
  const decide = async (own: Clerk, registrationId: string): Promise<string> =>
    codeOf(await desk.at(own, registrationId).decide({ kind: 'return', reasonCodes: ['unsigned'] }))

  it.each([
    ['a mandate given to the clerk', 'mandate', null, 'reads'],
    ['a mandate given by the clerk', 'mandate', null, 'is read'],
    ['a child under the clerk', 'child', 'mother', 'reads'],
    ['the clerk’s own guardian', 'child', 'mother', 'is read'],
  ] as const)('is family: %s', async (_what, kind, relation, way) => {
    const [self, other] = [await desk.addPerson(), await desk.addPerson()]
    const own = await desk.hire({ personId: self.personId })
    const { row } = await desk.receive(colleague, {}, other)
    const [readerId, subjectId] = way === 'reads' ? [self.personId, other.personId] : [other.personId, self.personId]
    const end = await bind({ readerId, subjectId, kind, relation })
    expect(await decide(own, row.registrationId)).toBe('case-own')
    const order = { number: other.insuranceNumber, originalChecked: true, reason: 'message-not-received', note: '' }
    expect(codeOf(await own.client.post('/api/counter/activation-codes', order))).toBe('case-own')
    expect(codeOf(await own.client.post('/api/counter/account-lookups', { number: other.insuranceNumber, reason: 'holder-present' }))).toBe(
      'case-own',
    )
    await end()
    expect(await decide(own, row.registrationId)).toBe('201')
  })

  it('is a stranger when they are bound to somebody else', async () => {
    const [self, other, third] = [await desk.addPerson(), await desk.addPerson(), await desk.addPerson()]
    const own = await desk.hire({ personId: self.personId })
    const { row } = await desk.receive(colleague, {}, other)
    await bind({ readerId: third.personId, subjectId: other.personId, kind: 'mandate', relation: null })
    expect(await decide(own, row.registrationId)).toBe('201')
  })
})
