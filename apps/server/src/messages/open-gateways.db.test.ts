import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../platform/test-platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { enqueueMessage, findMessageState, startMessageSender } from './index.ts'
import { startSmpp, until } from './smpp-fixture.ts'

describe('gateways of an installation', () => {
  let platform: TestPlatform
  afterEach(() => platform.drop())

  it('a real SMS gateway on a demo database refuses to start, with a sentence', async () => {
    const smpp = { url: 'smpp://127.0.0.1:1', systemId: 'a', password: 'b', sender: 'c' }
    platform = await openTestPlatform({ demo: true, settings: { smsGateway: 'smpp', smpp } })
    await expect(startMessageSender(platform)).rejects.toThrow(/bản dùng thử/u)
  })

  it('on a demo database SMS and e-mail lie in the inbox, each once', async () => {
    platform = await openTestPlatform({ demo: true })
    const sender = await startMessageSender(platform)
    await inTransaction(platform, async (transaction) => {
      await enqueueMessage(platform, transaction, {
        idempotencyKey: 'a',
        content: { event: 'password-set' },
        to: { phone: '+84951000001' },
      })
      await enqueueMessage(platform, transaction, {
        idempotencyKey: 'b',
        content: { event: 'password-set' },
        to: { email: 'an@example.invalid' },
      })
    })
    await until(async () => {
      const rows = await platform.sql`SELECT channel, recipient FROM inbox_messages ORDER BY channel`
      expect(rows).toMatchObject([
        { channel: 'email', recipient: 'an@example.invalid' },
        { channel: 'sms', recipient: '+84951000001' },
      ])
    })
    await sender.stop()
  })

  it('without any gateway messages wait, and never lie readable in a database that is no demo', async () => {
    platform = await openTestPlatform()
    const sender = await startMessageSender(platform)
    await inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, { idempotencyKey: 'a', content: { event: 'password-set' }, to: { phone: '+84951000001' } }),
    )
    await until(async () => expect(await findMessageState(platform.sql, 'a')).toBe('temporary'))
    expect(await platform.sql`SELECT 1 FROM inbox_messages`).toHaveLength(0)
    await sender.stop()
  })

  it('an SMS gateway that refuses our password leaves messages waiting', async () => {
    const gateway = await startSmpp()
    const smpp = { url: `smpp://127.0.0.1:${gateway.port}`, systemId: 'ansinh', password: 'wrong', sender: 'AN SINH' }
    platform = await openTestPlatform({ settings: { smsGateway: 'smpp', smpp } })
    const sender = await startMessageSender(platform)
    await inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, { idempotencyKey: 'a', content: { event: 'password-set' }, to: { phone: '+84951000001' } }),
    )
    await until(async () => expect(await findMessageState(platform.sql, 'a')).toBe('temporary'))
    expect(gateway.submitted).toHaveLength(0)
    await sender.stop()
    await gateway.kill()
  })

  it('e-mail goes through a real mail server: accepted is delivered, 4xx is tried again, 5xx is final', async () => {
    const received: string[] = []
    const mail = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }: { address: string }, _session: unknown, done: (error?: Error) => void) => {
        const responseCode = address.startsWith('full') ? 452 : address.startsWith('nobody') ? 550 : 0
        done(responseCode === 0 ? undefined : Object.assign(new Error('no'), { responseCode }))
      },
      onData: (stream: NodeJS.ReadableStream, _session: unknown, done: () => void) => {
        let text = ''
        stream.on('data', (piece: Buffer) => (text += piece.toString()))
        stream.on('end', () => {
          received.push(text)
          done()
        })
      },
    })
    const port = await new Promise<number>((resolve) => {
      const listening = mail.listen(0, '127.0.0.1', () => {
        const address = listening.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const settings = { emailUrl: `smtp://127.0.0.1:${port}/?from=bhxh@example.invalid`, citizenOrigin: 'https://an-sinh.example.invalid' }
    platform = await openTestPlatform({ settings })
    const sender = await startMessageSender(platform)
    for (const name of ['an', 'full', 'nobody']) {
      await inTransaction(platform, (transaction) =>
        enqueueMessage(platform, transaction, {
          idempotencyKey: name,
          content: {
            event: 'refused',
            fileNumber: '91234/2026/00001',
            sentence: { vi: 'Ảnh mờ.', en: 'The photo is blurred.' },
            short: 'anh mo',
          },
          to: { email: `${name}@example.invalid` },
        }),
      )
    }
    await until(async () => {
      const rows = await platform.sql`SELECT idempotency_key AS key, state, failure_code AS code FROM messages ORDER BY idempotency_key`
      expect(rows).toMatchObject([
        { key: 'an', state: 'delivered' },
        { key: 'full', state: 'temporary', code: 'mail-452' },
        { key: 'nobody', state: 'permanent', code: 'mail-550' },
      ])
    })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatch(/^From: bhxh@example\.invalid/mu)
    expect(received[0]).not.toMatch(/^List-Unsubscribe/mu)
    await inTransaction(platform, (transaction) =>
      enqueueMessage(platform, transaction, {
        idempotencyKey: 'invited',
        content: {
          event: 'employer-invitation',
          kind: 'invitation',
          step: 'register',
          employerName: 'Công ty Mẫu',
          stopCode: 'mmmm-8888-kkkk',
        },
        to: { email: 'an@example.invalid' },
      }),
    )
    await until(async () => void expect(received).toHaveLength(2))
    expect(received[1]).toMatch(/^List-Unsubscribe:\s+<https:\/\/an-sinh\.example\.invalid\/api\/invitation-stops\/mmmm-8888-kkkk>/mu)
    expect(received[1]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/mu)
    await sender.stop()
    await new Promise<void>((resolve) => mail.close(() => resolve()))
  })
})
