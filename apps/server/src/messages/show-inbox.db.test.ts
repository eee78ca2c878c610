import { afterEach, describe, expect, it } from 'vitest'
import { makeServer } from '../platform/make-server.ts'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { registerMessages } from './index.ts'
import { insertInboxMessage } from './outbox-queries.ts'

const nobody = async (): Promise<null> => null

describe('the inbox page', () => {
  let platform: TestPlatform
  afterEach(() => platform.drop())

  const open = async (demo: boolean, surface: 'citizen' | 'office' = 'citizen') => {
    platform = await openTestPlatform({ demo })
    const server = await makeServer(platform, surface, { applicant: nobody, citizen: nobody, staff: nobody, employer: nobody })
    await registerMessages(server, platform)
    return server.fastify
  }
  const lay = (recipient: string, body: string) =>
    insertInboxMessage(platform.sql, { messageId: crypto.randomUUID(), channel: 'sms', recipient, subject: null, body })

  it('shows what was sent, newest first, and only to the phone asked for, in any spelling of it', async () => {
    const fastify = await open(true)
    await lay('+84951000001', 'tin cũ')
    await lay('+84951000002', 'tin của người khác')
    await lay('+84951000001', 'tin mới')
    const all = (await fastify.inject('/hop-thu')).body
    expect(all.indexOf('tin mới')).toBeLessThan(all.indexOf('tin cũ'))
    const one = (await fastify.inject('/hop-thu?to=095%20100%200001')).body
    expect(one).toContain('tin mới')
    expect(one).not.toContain('tin của người khác')
    expect(one).toContain('value="095 100 0001"')
    await fastify.close()
  })

  it('shows markup in a message or a question as text', async () => {
    const fastify = await open(true)
    await lay('+84951000001', '<script>alert(1)</script>')
    expect((await fastify.inject('/hop-thu')).body).toContain('&lt;script&gt;')
    expect((await fastify.inject('/hop-thu?to=%22%3E%3Cscript%3E')).body).not.toContain('"><script>')
    await fastify.close()
  })

  it.each([
    ['a database that is no demo', false, 'citizen'],
    ['the office host', true, 'office'],
  ] as const)('does not exist on %s', async (_where, demo, surface) => {
    const fastify = await open(demo, surface)
    expect((await fastify.inject('/hop-thu')).statusCode).toBe(404)
    await fastify.close()
  })
})
