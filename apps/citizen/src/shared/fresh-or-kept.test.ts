import { describe, expect, it } from 'vitest'
import { freshOrKept } from './fresh-or-kept.ts'

const REQUEST = new Request('https://an-sinh.example.invalid/api/status')
/** A browser's cache with one request in it. */
const openCache = (words: string | null) => {
  let kept = words
  return {
    match: async () => (kept === null ? undefined : new Response(kept)),
    put: async (_request: Request, response: Response) => {
      kept = await response.text()
    },
    read: () => kept,
  }
}
const read = async (cache: ReturnType<typeof openCache>, ask: () => Promise<Response>): Promise<[number, string]> => {
  const answer = await freshOrKept(REQUEST, cache, ask)
  return [answer.status, await answer.text()]
}
const offline = async (): Promise<Response> => {
  throw new TypeError('Failed to fetch')
}

describe('public look-up data', () => {
  it('are those of now, and kept for later', async () => {
    const cache = openCache('old')
    expect(await read(cache, async () => new Response('new'))).toStrictEqual([200, 'new'])
    expect(cache.read()).toBe('new')
  })
  it('are those kept while there is no network, and while a proxy answers for a server that is away', async () => {
    for (const ask of [offline, ...[500, 502, 503, 504].map((status) => async () => new Response('<html>', { status }))]) {
      const cache = openCache('old')
      expect(await read(cache, ask)).toStrictEqual([200, 'old'])
      expect(cache.read()).toBe('old')
    }
  })
  it('fail as they fail where nothing was kept; a refusal is an answer', async () => {
    expect(await read(openCache(null), async () => new Response('<html>', { status: 502 }))).toStrictEqual([502, '<html>'])
    await expect(read(openCache(null), offline)).rejects.toThrow('Failed to fetch')
    expect(await read(openCache('old'), async () => new Response('{}', { status: 404 }))).toStrictEqual([404, '{}'])
  })
})
