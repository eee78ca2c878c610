import { randomUUID } from 'node:crypto'
import { addDays, MANDATE_RULE } from '@an-sinh/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { answerOffer, findOffer, insertOffer, readToday } from './mandate-queries.ts'

let platform: TestPlatform
let today: string
beforeAll(async () => {
  platform = await openTestPlatform()
  today = await readToday(platform.sql)
})
afterAll(() => platform.drop())

const [giver, reader] = [1, 2]
const offer = async (days: number): Promise<string> => {
  const offerId = randomUUID()
  const one = { personId: giver, offerId, readerPersonId: reader, readerNumber: '9900000002', areas: ['card'] as const }
  await insertOffer(platform.sql, { ...one, lastOn: addDays(today, days) })
  return offerId
}
const stateOf = async (offerId: string): Promise<string | undefined> => (await findOffer(platform.sql, giver, offerId))?.state
const accept = (offerId: string): Promise<boolean> => answerOffer(platform.sql, giver, offerId, 'accepted')

it('an offer can be answered to the last day of its time, and not the day after', async () => {
  const [long, alike, short] = [await offer(300), await offer(300), await offer(3)]
  await platform.moveClock('4 days')
  expect([await stateOf(short), await accept(short), await stateOf(long)]).toEqual(['lapsed', false, 'waiting'])
  await platform.moveClock(`${MANDATE_RULE.answerDays} days`)
  expect([await accept(long), await stateOf(long)]).toEqual([true, 'accepted'])
  await platform.moveClock(`${MANDATE_RULE.answerDays + 1} days`)
  expect([await accept(alike), await stateOf(alike)]).toEqual([false, 'lapsed'])
})

it('an offer is answered once', async () => {
  await platform.moveClock('0 days')
  const offerId = await offer(30)
  expect(await Promise.all([accept(offerId), answerOffer(platform.sql, giver, offerId, 'withdrawn')])).toContain(true)
  expect(await accept(offerId)).toBe(false)
})
