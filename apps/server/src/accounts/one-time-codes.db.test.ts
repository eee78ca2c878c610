import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type AccountsFixture, openAccountsFixture } from './accounts-fixture.ts'
import { deleteOutdatedSignInData } from './code-queries.ts'
import { consumeOneTimeCode, sendOneTimeCode } from './index.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Refusal ? error.code : String(error)
}

describe('one-time codes', () => {
  let fixture: AccountsFixture
  let phones = 0
  const nextPhone = (): string => `+8495${1_000_000 + (phones += 1)}`
  const newest = async (phone: string): Promise<string> => /\d{6}/.exec((await fixture.readSms(phone)).at(-1) ?? '')?.[0] ?? ''
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const forgetLimits = (): Promise<unknown> => fixture.platform.sql`DELETE FROM limit_counters`
  const send = async (purpose: 'prove-phone' | 'first-password' = 'prove-phone') => {
    const phone = nextPhone()
    const subject = randomUUID()
    const sent = await sendOneTimeCode(fixture.platform, null, { purpose, subject, phone })
    return { phone, subject, purpose, ...sent, code: await newest(phone) }
  }
  beforeAll(async () => void (fixture = await openAccountsFixture()))
  afterAll(() => fixture.close())

  it('arrive as six digits and prove the phone they went to, once', async () => {
    const { phone, subject, purpose, code } = await send()
    expect(code).toMatch(/^\d{6}$/)
    expect(await consumeOneTimeCode(fixture.platform, { purpose, subject, code })).toStrictEqual({ phone })
    expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose, subject, code }))).toBe('code-wrong')
  })

  it('sent by two parallel requests open for exactly one', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { subject, purpose, code } = await send()
      const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => consumeOneTimeCode(fixture.platform, { purpose, subject, code })))
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    }
  })

  it('are taken as people type them: spaces, full-width digits', async () => {
    const { subject, purpose, code } = await send()
    const typed = ` ${code.slice(0, 3)} ${Array.from(code.slice(3), (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')} `
    await expect(consumeOneTimeCode(fixture.platform, { purpose, subject, code: typed })).resolves.toBeDefined()
  })

  it('are worthless after five wrong tries, also five at once', async () => {
    const { subject, purpose, code } = await send()
    await Promise.allSettled(Array.from({ length: 5 }, () => consumeOneTimeCode(fixture.platform, { purpose, subject, code: wrong(code) })))
    expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose, subject, code }))).toBe('code-wrong')
  })

  it('lose no try for what is not six digits', async () => {
    const { subject, purpose, code } = await send()
    for (let at = 0; at < 8; at += 1)
      expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose, subject, code: '12345' }))).toBe('code-wrong')
    await expect(consumeOneTimeCode(fixture.platform, { purpose, subject, code })).resolves.toBeDefined()
  })

  it('count for their own purpose and subject only', async () => {
    const { subject, code } = await send('prove-phone')
    expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose: 'first-password', subject, code }))).toBe('code-wrong')
    expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose: 'prove-phone', subject: randomUUID(), code }))).toBe('code-wrong')
  })

  it('make the one before worthless', async () => {
    const { phone, subject, purpose, code } = await send()
    await forgetLimits()
    await sendOneTimeCode(fixture.platform, null, { purpose, subject, phone })
    const second = await newest(phone)
    if (second !== code) expect(await codeOf(consumeOneTimeCode(fixture.platform, { purpose, subject, code }))).toBe('code-wrong')
    await expect(consumeOneTimeCode(fixture.platform, { purpose, subject, code: second })).resolves.toBeDefined()
  })

  it('run out after 15 minutes, where an account is at stake after 10', async () => {
    const proving = await send('prove-phone')
    const signing = await send('first-password')
    await fixture.platform.moveClock('11 minutes')
    expect(await codeOf(consumeOneTimeCode(fixture.platform, signing))).toBe('code-wrong')
    await expect(consumeOneTimeCode(fixture.platform, proving)).resolves.toBeDefined()
    await fixture.platform.moveClock('0')
    const late = await send('prove-phone')
    await fixture.platform.moveClock('16 minutes')
    expect(await codeOf(consumeOneTimeCode(fixture.platform, late))).toBe('code-wrong')
    await fixture.platform.moveClock('0')
  })

  it('go to a phone once a minute, and the refusal says from when on again', async () => {
    const { phone, subject, purpose, resendAt } = await send()
    const refusal: unknown = await sendOneTimeCode(fixture.platform, null, { purpose, subject, phone }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'too-many' })
    const tryAgainAt = refusal instanceof Refusal ? (refusal.details.tryAgainAt?.getTime() ?? 0) : 0
    expect(Math.abs(tryAgainAt - resendAt.getTime())).toBeLessThan(2000)
  })

  it('are neither kept nor sent when the transaction around them fails', async () => {
    const phone = nextPhone()
    const work = inTransaction(fixture.platform, async (transaction) => {
      await sendOneTimeCode(fixture.platform, transaction, { purpose: 'prove-phone', subject: randomUUID(), phone })
      throw new Error('later step failed')
    })
    await expect(work).rejects.toThrow('later step failed')
    expect(await fixture.readSms(phone)).toStrictEqual([])
  })

  it('stand nowhere in the database in the clear, and are gone after a day', async () => {
    const { code, phone, codeId } = await send()
    const [row] = await fixture.platform.sql<{ text: string }[]>`SELECT c::text AS text FROM one_time_codes c WHERE code_id = ${codeId}`
    expect(row?.text).not.toContain(phone.slice(3))
    expect(row?.text.replace(codeId, '')).not.toMatch(new RegExp(`[^0-9a-f]${code}[^0-9a-f]`))
    await fixture.platform.moveClock('25 hours')
    expect((await deleteOutdatedSignInData(fixture.platform.sql, 24)).codes).toBeGreaterThan(0)
    await fixture.platform.moveClock('0')
    expect(await fixture.platform.sql`SELECT code_id FROM one_time_codes`).toHaveLength(0)
  })
})
