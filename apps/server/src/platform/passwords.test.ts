import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'
import { Refusal } from './refusal.ts'

describe('passwords', () => {
  it('are argon2id with 19 MiB, two passes, one lane, and a salt of their own', async () => {
    const [first, second] = await Promise.all([hashPassword('một câu dễ nhớ'), hashPassword('một câu dễ nhớ')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
  })

  it('are one password on two keyboards: composed and decomposed, full-width and half-width', async () => {
    const hashed = await hashPassword('Mật khẩu dài 2026')
    expect(await verifyPassword(hashed, 'Mật khẩu dài 2026'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(hashed, 'Mật khẩu dài ２０２６')).toBe(true)
    expect(await verifyPassword(hashed, 'Mat khau dai 2026')).toBe(false)
  })

  it('of nobody are never right', async () => {
    expect(await verifyPassword(null, '')).toBe(false)
    expect(await verifyPassword(null, 'anything')).toBe(false)
  })

  it('of nobody take as much work as those of somebody', async () => {
    const hashed = await hashPassword('một câu dễ nhớ')
    const timeOf = async (against: string | null): Promise<number> => {
      const from = process.hrtime.bigint()
      await verifyPassword(against, 'sai rồi')
      return Number(process.hrtime.bigint() - from)
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 15; round += 1) {
      known.push(await timeOf(hashed))
      unknown.push(await timeOf(null))
    }
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  it('in a crowd are told to come back instead of waiting for ever, and those who waited are served', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => verifyPassword(null, 'x')))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.length).toBe(100 - 62)
    for (const outcome of refused) expect(outcome.reason).toBeInstanceOf(Refusal)
    expect(await verifyPassword(null, 'x')).toBe(false)
  })
})
