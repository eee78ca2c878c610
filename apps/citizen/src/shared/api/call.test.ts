// @vitest-environment node
import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'

const BITS = 8
const refusal = (challenge: string): Response =>
  Response.json(
    { code: 'work-first', sentence: 'Máy cần tính toán.', nextStep: 'Gọi tổng đài.', requestId: 'r-1', work: { challenge, bits: BITS } },
    { status: 428 },
  )
const isDone = (work: string | null): boolean =>
  work !== null && work.startsWith('thử-') && createHash('sha256').update(work).digest().readUInt32BE(0) >>> (32 - BITS) === 0

let asked: { readonly body: unknown; readonly work: string | null }[] = []
/** A server that wants work `times` times before it takes anything. */
const serve = (times: number): void => {
  asked = []
  vi.stubGlobal('fetch', async (_url: string, { body, headers }: { readonly body: string; readonly headers: Record<string, string> }) => {
    asked.push({ body: JSON.parse(body), work: headers['x-work'] ?? null })
    const done = asked.filter(({ work }) => isDone(work)).length
    return done < times ? refusal(`thử-${asked.length}`) : Response.json({ taken: true }, { status: 202 })
  })
}
const ask = async () => call('POST /api/number-requests', { body: { fullName: 'Trần Thị Mẫu', bornOn: '1980-03-05', wardCode: '00004' } })

afterEach(() => vi.unstubAllGlobals())

test('what the server wants done first is done, and the same is sent again, harder if it must be', async () => {
  for (const times of [0, 1, 3]) {
    serve(times)
    expect(await ask()).toEqual({ taken: true })
    expect(asked.map(({ work }) => isDone(work))).toEqual([false, ...Array.from({ length: times }, () => true)])
    expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  }
})

test('a server that is never content, or a device that cannot compute, ends in the refusal with its next step', async () => {
  serve(9)
  await expect(ask()).rejects.toMatchObject({ kind: 'refused', status: 428, refusal: { code: 'work-first', nextStep: 'Gọi tổng đài.' } })
  expect(asked).toHaveLength(4)
  serve(1)
  vi.stubGlobal('crypto', {})
  await expect(ask()).rejects.toMatchObject({ kind: 'refused', status: 428, refusal: { code: 'work-first' } })
  expect(asked).toHaveLength(1)
})
