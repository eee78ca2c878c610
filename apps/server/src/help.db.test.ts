import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'
import { makeUpDevice, postWorking } from './platform/do-work-fixture.ts'
import { TestClient } from './platform/test-client.ts'

let platform: TestPlatform
let app: Awaited<ReturnType<typeof createApp>>

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await createApp(platform, 'citizen')
})
afterAll(async () => {
  await app.fastify.close()
  await platform.drop()
})

const votes = async (articleId: string) =>
  platform.sql`SELECT language, helped, votes::int FROM help_votes WHERE article_id = ${articleId} ORDER BY language, helped`

describe('the help centre over the API', () => {
  it('answers all articles of a language, packed for a slow line, and nothing when the phone has them', async () => {
    const answer = await app.fastify.inject({ url: '/api/help-articles?language=vi', headers: { 'accept-encoding': 'gzip, br' } })
    expect(answer.headers['content-encoding']).toBe('gzip')
    // The whole centre of one language travels within the budget of an offline package.
    expect(answer.rawPayload.byteLength).toBeLessThan(100_000)
    const { articles } = JSON.parse(gunzipSync(answer.rawPayload).toString('utf8')) as { articles: { id: string; title: string }[] }
    expect(articles.length).toBeGreaterThanOrEqual(60)
    expect(articles.find(({ id }) => id === 'quen-mat-khau')?.title).toContain('Quên mật khẩu')
    const again = await app.fastify.inject({
      url: '/api/help-articles?language=vi',
      headers: { 'if-none-match': String(answer.headers['etag']) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('answers a phone that cannot unpack, in English', async () => {
    const answer = await app.fastify.inject({ url: '/api/help-articles?language=en' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.json<{ articles: { id: string; title: string }[] }>().articles.find(({ id }) => id === 'quen-mat-khau')?.title).toContain(
      'Forgotten',
    )
  })

  it('counts who was helped by day and keeps nobody’s name, at most three times a day from one device', async () => {
    const client = new TestClient(app)
    const vote = async (helped: boolean) => client.post('/api/help-articles/mat-dien-thoai/votes', { language: 'vi', helped })
    for (const helped of [true, false, true]) expect((await vote(helped)).statusCode).toBe(204)
    const fourth = await vote(true)
    expect([fourth.statusCode, fourth.json<{ code: string }>().code]).toEqual([429, 'too-many'])
    expect(await votes('mat-dien-thoai')).toEqual([
      { language: 'vi', helped: false, votes: 1 },
      { language: 'vi', helped: true, votes: 2 },
    ])
  })

  it('counts what a busy network says with device ids made up only for a moment’s work each', async () => {
    const vote = (client: TestClient) => client.post('/api/help-articles/quen-mat-khau/votes', { language: 'vi', helped: true })
    const from = () => new TestClient(app, { address: '198.51.93.5' })
    const codes: number[] = []
    for (let at = 0; at < 62; at += 1) codes.push((await vote(makeUpDevice(from()))).statusCode)
    expect(codes).toStrictEqual([...Array(60).fill(204), 428, 428])
    expect(await votes('quen-mat-khau')).toEqual([{ language: 'vi', helped: true, votes: 60 }])
    const answer = await postWorking(from(), '/api/help-articles/quen-mat-khau/votes', { language: 'vi', helped: false })
    expect(answer.statusCode).toBe(204)
  })

  it('knows no article that is not there', async () => {
    const answer = await new TestClient(app).post('/api/help-articles/khong-co-bai-nay/votes', { language: 'vi', helped: true })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found'])
  })
})
