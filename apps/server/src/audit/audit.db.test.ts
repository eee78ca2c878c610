import { readFileSync, writeFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readHeads } from './heads-file.ts'
import { recordAudit, startAuditSealer, verifyAudit } from './index.ts'
import { sealWaitingLines } from './seal-waiting-lines.ts'
import { writeHeads } from './write-heads.ts'

const CHAIN = 5
/** All about persons of chain 5. */
const writeLines = async (platform: TestPlatform, count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, { actor: { kind: 'system', job: 'test' }, action: 'tested', personId: CHAIN + 64 * at, details: { at } }),
    )
}

const writeSealed = async (count: number): Promise<TestPlatform> => {
  const platform = await openTestPlatform()
  await writeLines(platform, count)
  await sealWaitingLines(platform)
  await writeHeads(platform, null)
  return platform
}

/** What the owner of the tables can do: switch the triggers off and change what was written. */
const asOwner = async (platform: TestPlatform, ...statements: string[]): Promise<void> => {
  const owner = postgres(platform.migratorUrl, { max: 1 })
  try {
    await owner.unsafe(`SET session_replication_role = replica; ${statements.join(';')}`)
  } finally {
    await owner.end()
  }
}

const lineIdAt = async (platform: TestPlatform, at: number): Promise<number> => {
  const [row] = await platform.sql<{ lineId: number }[]>`SELECT line_id AS "lineId" FROM audit_lines WHERE details ->> 'at' = ${String(at)}`
  return row?.lineId ?? -1
}

describe('an audit line', () => {
  let platform: TestPlatform
  beforeAll(async () => void (platform = await openTestPlatform()))
  afterAll(() => platform.drop())

  it('goes when the change it belongs to is rolled back', async () => {
    const change = inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, { actor: { kind: 'anonymous' }, action: 'tested', personId: 1 })
      throw new Error('rolled back')
    })
    await expect(change).rejects.toThrow('rolled back')
    expect(await verifyAudit(platform)).toStrictEqual({ ok: true, lines: 0, waiting: 0, finding: null })
  })

  it('cannot be changed or deleted by the role the product runs as, nor by accident by the owner', async () => {
    await writeLines(platform, 1)
    await expect(platform.sql`UPDATE audit_lines SET action = 'x'`).rejects.toThrow(/permission denied/)
    await expect(platform.sql`DELETE FROM audit_lines`).rejects.toThrow(/permission denied/)
    await expect(platform.sql`DELETE FROM audit_seals`).rejects.toThrow(/permission denied/)
    const owner = postgres(platform.migratorUrl, { max: 1 })
    await expect(owner`UPDATE audit_lines SET action = 'x'`).rejects.toThrow(/append-only/)
    await expect(owner`TRUNCATE audit_lines`).rejects.toThrow(/append-only/)
    await owner.end()
  })

  it('is sealed once, also when two workers seal at the same time', async () => {
    await writeLines(platform, 40)
    await Promise.all([sealWaitingLines(platform), sealWaitingLines(platform), sealWaitingLines(platform)])
    await sealWaitingLines(platform)
    expect(await verifyAudit(platform)).toStrictEqual({ ok: true, lines: 41, waiting: 0, finding: null })
  })

  it('is sealed by the worker within five seconds, and the heads leave the database when it stops', async () => {
    const sealer = startAuditSealer(platform)
    await writeLines(platform, 3)
    await expect.poll(async () => (await verifyAudit(platform)).waiting, { timeout: 5000 }).toBe(0)
    await sealer.stop()
    const store = await readHeads(platform.keyring, platform.settings.auditHeadsFile)
    expect(store.heads.get(CHAIN)?.sealNo).toBe(44)
    expect(await verifyAudit(platform)).toMatchObject({ ok: true, lines: 44 })
  })

  it('that commits late is sealed too, after lines with higher numbers', async () => {
    let finish = (): void => undefined
    const slow = inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, { actor: { kind: 'anonymous' }, action: 'tested', personId: CHAIN })
      await new Promise<void>((resolve) => void (finish = resolve))
    })
    await writeLines(platform, 2)
    await sealWaitingLines(platform)
    finish()
    await slow
    expect((await verifyAudit(platform)).waiting).toBe(1)
    await sealWaitingLines(platform)
    expect(await verifyAudit(platform)).toMatchObject({ ok: true, waiting: 0 })
  })
})

describe('the verify command finds what the owner of the database did', () => {
  const found = async (work: (platform: TestPlatform) => Promise<string>): Promise<{ finding: string | null; expected: string }> => {
    const platform = await writeSealed(8)
    try {
      const expected = await work(platform)
      return { finding: (await verifyAudit(platform)).finding, expected }
    } finally {
      await platform.drop()
    }
  }

  it('a changed line, by its number', async () => {
    const { finding, expected } = await found(async (platform) => {
      const line = await lineIdAt(platform, 3)
      await asOwner(platform, `UPDATE audit_lines SET actor_id = 'somebody else' WHERE line_id = ${line}`)
      return `line ${line} is not as it was written`
    })
    expect(finding).toContain(expected)
  })

  it('a deleted line, with or without its seal', async () => {
    const alone = await found(async (platform) => {
      const line = await lineIdAt(platform, 3)
      await asOwner(platform, `DELETE FROM audit_lines WHERE line_id = ${line}`)
      return `line ${line} is gone`
    })
    expect(alone.finding).toContain(alone.expected)
    const both = await found(async (platform) => {
      const line = await lineIdAt(platform, 3)
      await asOwner(platform, `DELETE FROM audit_lines WHERE line_id = ${line}`, `DELETE FROM audit_seals WHERE line_id = ${line}`)
      return `before line ${await lineIdAt(platform, 4)}`
    })
    expect(both.finding).toContain(both.expected)
  })

  it('two lines that changed places', async () => {
    const { finding, expected } = await found(async (platform) => {
      const [third, fourth] = [await lineIdAt(platform, 3), await lineIdAt(platform, 4)]
      await asOwner(
        platform,
        `UPDATE audit_lines SET line_id = -1 WHERE line_id = ${third}`,
        `UPDATE audit_lines SET line_id = ${third} WHERE line_id = ${fourth}`,
        `UPDATE audit_lines SET line_id = ${fourth} WHERE line_id = -1`,
      )
      return `line ${third} is not as it was written`
    })
    expect(finding).toContain(expected)
  })

  it('a tail cut off with its seals', async () => {
    const { finding, expected } = await found(async (platform) => {
      const [sixth, last] = [await lineIdAt(platform, 6), await lineIdAt(platform, 7)]
      await asOwner(platform, `DELETE FROM audit_lines WHERE line_id >= ${sixth}`, `DELETE FROM audit_seals WHERE line_id >= ${sixth}`)
      return `line ${last} is gone`
    })
    expect(finding).toContain(expected)
  })

  it('a tail cut off after which the chain grew anew', async () => {
    const { finding, expected } = await found(async (platform) => {
      const last = await lineIdAt(platform, 7)
      await asOwner(platform, `DELETE FROM audit_lines WHERE line_id >= ${last}`, `DELETE FROM audit_seals WHERE line_id >= ${last}`)
      await writeLines(platform, 5)
      await sealWaitingLines(platform)
      await writeHeads(platform, null)
      await writeLines(platform, 2)
      await sealWaitingLines(platform)
      await writeHeads(platform, null)
      return `line ${last} was gone`
    })
    expect(finding).toContain(expected)
  })

  it('a line slipped in without waiting for a seal', async () => {
    const { finding, expected } = await found(async (platform) => {
      await asOwner(platform, `INSERT INTO audit_lines (line_id, chain, actor_kind, action) VALUES (900, 0, 'system', 'slipped-in')`)
      return 'line 900 has no seal'
    })
    expect(finding).toContain(expected)
  })

  it('a line taken away before it was sealed', async () => {
    const { finding, expected } = await found(async (platform) => {
      await writeLines(platform, 1)
      const [row] = await platform.sql<{ lineId: number }[]>`SELECT line_id AS "lineId" FROM audit_unsealed`
      await asOwner(platform, `DELETE FROM audit_lines WHERE line_id = ${row?.lineId}`)
      await sealWaitingLines(platform)
      return `line ${row?.lineId} is gone`
    })
    expect(finding).toContain(expected)
  })

  it('seals computed anew by somebody without the key', async () => {
    const { finding, expected } = await found(async (platform) => {
      const line = await lineIdAt(platform, 2)
      await asOwner(
        platform,
        `UPDATE audit_lines SET action = 'other' WHERE line_id = ${line}`,
        `UPDATE audit_seals SET hmac = sha256(hmac) WHERE line_id >= ${line}`,
      )
      return `line ${line} is not as it was written`
    })
    expect(finding).toContain(expected)
  })

  it('a changed store of heads', async () => {
    const { finding, expected } = await found(async (platform) => {
      const file = platform.settings.auditHeadsFile
      writeFileSync(file, readFileSync(file, 'utf8').replace('"sealNo":8', '"sealNo":7'))
      return 'not the one the store outside remembers'
    })
    expect(finding).toContain(expected)
  })

  it('and nothing when half a line of heads is all that a killed process left', async () => {
    const { finding } = await found(async (platform) => {
      const file = platform.settings.auditHeadsFile
      writeFileSync(file, `${readFileSync(file, 'utf8')}{"at":"2026-11-`)
      await writeLines(platform, 2)
      await sealWaitingLines(platform)
      await writeHeads(platform, null)
      return ''
    })
    expect(finding).toBeNull()
  })
})
