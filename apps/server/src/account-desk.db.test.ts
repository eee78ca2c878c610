import { randomUUID } from 'node:crypto'
import type { AccountDesk } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyContactChanges } from './contacts/index.ts'
import { type Holder, type HoldersFixture, openHolders, PASSWORD } from './holders-fixture.ts'
import { TestClient } from './platform/test-client.ts'

describe('an account at the counter', () => {
  let fixture: HoldersFixture
  let supervisor: TestClient
  beforeAll(async () => {
    fixture = await openHolders()
    supervisor = await fixture.hire('supervisor')
  })
  afterAll(() => fixture.close())

  const order = ({ login }: Pick<Holder, 'login'>, change: object = {}) => ({
    actId: randomUUID(),
    number: login,
    originalChecked: true,
    reason: 'holder-asks',
    note: '',
    ...change,
  })
  const lookUp = (holder: Pick<Holder, 'login'>, client = fixture.clerk) =>
    client.post('/api/counter/account-lookups', { number: holder.login, reason: 'holder-present' })
  const desk = async (holder: Holder): Promise<AccountDesk> => (await lookUp(holder)).json()
  const move = (holder: Holder, change: object, client = fixture.clerk) => client.post('/api/counter/account-moves', order(holder, change))
  const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code
  const actionsAbout = async (personId: number): Promise<string[]> =>
    (
      await fixture.platform.sql<{ action: string }[]>`
        SELECT action FROM audit_lines WHERE person_id = ${personId} AND actor_kind = 'staff' ORDER BY line_id`
    ).map(({ action }) => action)

  describe('is looked up', () => {
    it('with a reason, which the person reads in their own record', async () => {
      const holder = await fixture.openHolder()
      const without = await fixture.clerk.post('/api/counter/account-lookups', { number: holder.login, reason: null })
      expect(codeOf(without)).toBe('reason-missing')
      expect(await actionsAbout(holder.personId)).toStrictEqual([])
      const found = await desk(holder)
      expect(found.account).toMatchObject({ state: 'active', devices: [{ label: null }], phoneChange: null, moves: ['hold', 'stop'] })
      expect(JSON.stringify(found)).not.toContain(holder.phone.slice(3))
      const { accesses } = (await holder.client.get('/api/me/accesses')).json<{ accesses: { who: string; action: string }[] }>()
      expect(accesses).toContainEqual(expect.objectContaining({ who: 'Lê Văn Quầy', action: 'Tra tài khoản của bạn tại quầy' }))
    })
    it('not by who it belongs to, nor by their household', async () => {
      const [holder, relative] = [await fixture.openHolder(), await fixture.addPerson()]
      const own = await fixture.hire('clerk', holder.personId)
      expect(codeOf(await lookUp(holder, own))).toBe('case-own')
      await fixture.platform.sql`UPDATE persons SET household_id = 7 WHERE person_id IN (${holder.personId}, ${relative.personId})`
      expect(codeOf(await lookUp(relative, own))).toBe('case-own')
      expect(codeOf(await move(holder, { move: 'hold' }, own))).toBe('case-own')
    })
  })

  describe('is held, released and stopped', () => {
    it('by a clerk, who cannot release it; by a supervisor, who can; the person is told each time', async () => {
      const holder = await fixture.openHolder()
      expect((await move(holder, { move: 'hold', reason: 'misuse-suspected' })).json()).toMatchObject({
        account: { state: 'held', moves: ['stop'] },
      })
      expect((await holder.client.get('/api/me')).statusCode).toBe(401)
      expect(codeOf(await move(holder, { move: 'release' }))).toBe('supervisor-needed')
      expect(codeOf(await move(holder, { move: 'hold' }))).toBe('account-move-closed')
      expect((await move(holder, { move: 'release', reason: 'checked-again' }, supervisor)).json()).toMatchObject({
        account: { state: 'active' },
      })
      const client = new TestClient(fixture.server)
      expect((await client.post('/api/sessions', { login: holder.login, password: PASSWORD })).statusCode).toBe(201)
      const texts = (await fixture.messagesTo(holder.phone)).join('\n')
      expect(texts).toContain('dang tam giu')
      expect(texts).toContain('da duoc mo lai')
      expect(await actionsAbout(holder.personId)).toStrictEqual(['account-held', 'account-released'])
    })
    it('stops for good at once, with what waited', async () => {
      const holder = await fixture.openHolder()
      expect((await move(holder, { move: 'stop' })).json()).toMatchObject({ account: { state: 'stopped', moves: [], devices: [] } })
      expect(codeOf(await move(holder, { move: 'stop' }))).toBe('account-move-closed')
      expect((await fixture.messagesTo(holder.phone)).join('\n')).toContain('da ngung giao dich')
      expect(await actionsAbout(holder.personId)).toStrictEqual(['account-stopped'])
    })
    it('also of somebody who died, but nothing else', async () => {
      const holder = await fixture.openHolder()
      await fixture.platform.sql`UPDATE persons SET died_on = '2026-01-01' WHERE person_id = ${holder.personId}`
      expect(codeOf(await fixture.clerk.post('/api/counter/first-passwords', order(holder)))).toBe('person-not-eligible')
      expect((await move(holder, { move: 'stop' })).statusCode).toBe(201)
    })
    it('once, however often the same request comes, and in how many at once', async () => {
      const holder = await fixture.openHolder()
      const body = order(holder, { move: 'hold' })
      const answers = await Promise.all([1, 2, 3].map(() => fixture.clerk.post('/api/counter/account-moves', body)))
      expect(answers.filter(({ statusCode }) => statusCode === 201).length).toBeGreaterThan(0)
      expect((await fixture.messagesTo(holder.phone)).filter((text) => text.includes('tam giu'))).toHaveLength(1)
      expect(await actionsAbout(holder.personId)).toStrictEqual(['account-held'])
    })
    it('never without the original, a reason, or a word about another reason', async () => {
      const holder = await fixture.openHolder()
      for (const [change, code] of [
        [{ originalChecked: false }, 'original-not-checked'],
        [{ reason: null }, 'reason-missing'],
        [{ reason: 'other', note: ' ' }, 'note-missing'],
      ] as const)
        for (const url of ['account-moves', 'first-passwords', 'phone-changes', 'mandates'])
          expect(
            codeOf(
              await fixture.clerk.post(
                `/api/counter/${url}`,
                order(holder, {
                  move: 'hold',
                  phone: '0950000001',
                  endDevices: true,
                  readerNumber: holder.login,
                  areas: ['card'],
                  lastOn: '2026-12-31',
                  paperSeen: true,
                  ...change,
                }),
              ),
            ),
          ).toBe(code)
    })
  })

  it('gets a new first password by SMS that no member of staff sees', async () => {
    const holder = await fixture.openHolder()
    const answer = await fixture.clerk.post('/api/counter/first-passwords', order(holder, { reason: 'message-not-received' }))
    expect(answer.statusCode).toBe(201)
    const text = (await fixture.messagesTo(holder.phone)).at(-1) ?? ''
    const password = /moi (\S+),/u.exec(text)?.[1] ?? ''
    expect(answer.body).not.toContain(password)
    expect((await fixture.prove(holder, password)).status).toBe(201)
  })

  describe('whose phone is lost', () => {
    const NEW = '0950777001'
    const ask = (holder: Holder, change: object = {}) =>
      fixture.clerk.post('/api/counter/phone-changes', order(holder, { reason: 'phone-gone', phone: NEW, endDevices: true, ...change }))

    it('has the new number after the code, a day, and no objection; the old one is told how to object', async () => {
      const holder = await fixture.openHolder()
      const asked = (await ask(holder)).json<AccountDesk>()
      expect(asked.account?.phoneChange).toMatchObject({ atCounter: true, appliesAt: null })
      expect((await holder.client.get('/api/me')).statusCode).toBe(401)
      const changeId = asked.account?.phoneChange?.changeId ?? ''
      const proof = (code: string) => fixture.clerk.post(`/api/counter/phone-changes/${changeId}/proof`, { number: holder.login, code })
      expect(codeOf(await proof('000000'))).toBe('code-wrong')
      const proved = await proof(await fixture.codeTo('+84950777001'))
      expect(proved.json<AccountDesk>().account?.phoneChange?.appliesAt).toMatch(/^\d{4}-/u)
      expect((await fixture.messagesTo(holder.phone)).join('\n')).toMatch(/se doi luc/u)
      await applyContactChanges(fixture.platform)
      expect((await desk(holder)).account?.phoneMasked).toContain(holder.phone.slice(-3))
      await fixture.platform.moveClock('25 hours')
      await applyContactChanges(fixture.platform)
      expect((await fixture.platform.sql`SELECT phone FROM accounts WHERE person_id = ${holder.personId}`)[0]).toStrictEqual({
        phone: '+84950777001',
      })
      await fixture.platform.moveClock('0')
    })
    it('keeps the old one when the holder objects from there, or takes it back at a counter', async () => {
      const holder = await fixture.openHolder()
      const start = async (phone: string): Promise<string> => {
        const answer = (await ask(holder, { phone })).json<AccountDesk>()
        const changeId = answer.account?.phoneChange?.changeId ?? ''
        const code = await fixture.codeTo(`+84${phone.slice(1)}`)
        expect((await fixture.clerk.post(`/api/counter/phone-changes/${changeId}/proof`, { number: holder.login, code })).statusCode).toBe(
          201,
        )
        return changeId
      }
      const changeId = await start('0950777002')
      expect(codeOf(await ask(holder, { phone: '0950777003' }))).toBe('contact-change-open')
      const back = await fixture.clerk.post(`/api/counter/phone-changes/${changeId}/cancellation`, order(holder))
      expect(back.json()).toMatchObject({ account: { phoneChange: null } })
      await start('0950777004')
      const objection = /ma (\S+)$/u.exec((await fixture.messagesTo(holder.phone)).at(-1) ?? '')?.[1] ?? ''
      const stranger = new TestClient(fixture.server)
      const answer = await stranger.post('/api/contact-change-objections', { login: holder.login, code: objection })
      expect(answer.statusCode).toBe(204)
      expect((await desk(holder)).account?.phoneChange).toBeNull()
    })
  })

  describe('of somebody who looks by a mandate on paper', () => {
    const give = (giver: Pick<Holder, 'login'>, reader: Holder, change: object = {}) =>
      fixture.clerk.post(
        '/api/counter/mandates',
        order(giver, {
          reason: 'paper-shown',
          readerNumber: reader.login,
          areas: ['card', 'participation'],
          lastOn: '2026-12-31',
          paperSeen: true,
          ...change,
        }),
      )

    it('sees the data of who has no account, until that one comes and takes it back', async () => {
      const [giver, reader] = [await fixture.addPerson(), await fixture.openHolder()]
      await fixture.platform.sql`UPDATE persons SET phone_on_file = '+84950888001' WHERE person_id = ${giver.personId}`
      expect(codeOf(await give(giver, reader, { paperSeen: false }))).toBe('paper-not-seen')
      expect(codeOf(await give(giver, reader, { lastOn: '2029-01-01' }))).toBe('mandate-day-wrong')
      expect(codeOf(await give(reader, reader))).toBe('mandate-to-oneself')
      const given = (await give(giver, reader)).json<AccountDesk>()
      expect(given.representations).toMatchObject([{ side: 'reader', kind: 'mandate', areas: ['card', 'participation'] }])
      const [{ representationId } = { representationId: '' }] = given.representations
      expect((await reader.client.get(`/api/me/participation?for=${representationId}`)).statusCode).toBe(200)
      expect((await fixture.messagesTo('+84950888001')).join('\n')).toContain('Uy quyen da duoc nhan')
      const ended = await fixture.clerk.post(`/api/counter/mandates/${representationId}/ending`, order(giver))
      expect(ended.json()).toMatchObject({ representations: [] })
      expect(codeOf(await reader.client.get(`/api/me/participation?for=${representationId}`))).toBe('representation-over')
      expect(await actionsAbout(reader.personId)).toStrictEqual(['mandate-at-counter', 'mandate-ended-at-counter'])
    })
    it('is named to the clerk only with a line in their record as well', async () => {
      const [giver, reader] = [await fixture.addPerson(), await fixture.openHolder()]
      await give(giver, reader)
      await lookUp(giver)
      expect(await actionsAbout(reader.personId)).toContain('representation-shown')
    })
  })

  it('has its activation code on paper once it was given, for a quarter of an hour, and by nobody else', async () => {
    const holder = await fixture.openHolder()
    const given = await fixture.clerk.post('/api/counter/activation-codes', order(holder, { reason: 'phone-gone' }))
    const print = (client = fixture.clerk, code = codeOf(given)) =>
      client.post('/api/counter/activation-code-slips', { number: holder.login, code })
    const paper = await print()
    expect([paper.statusCode, paper.headers['content-type']]).toStrictEqual([200, 'application/pdf'])
    expect((await print(supervisor)).statusCode).toBe(404)
    expect((await print(fixture.clerk, 'ABCD-EFGH')).statusCode).toBe(404)
    await fixture.platform.sql`UPDATE counter_codes SET issued_at = issued_at - interval '16 minutes' WHERE person_id = ${holder.personId}`
    expect((await print()).statusCode).toBe(404)
  })

  it('shows what was done for it at counters, by whom', async () => {
    const holder = await fixture.openHolder()
    await move(holder, { move: 'hold', reason: 'misuse-suspected' })
    expect((await desk(holder)).acts).toMatchObject([
      { kind: 'hold', reason: 'misuse-suspected', clerkName: 'Lê Văn Quầy', officeName: 'BHXH cơ sở Mẫu' },
    ])
  })
})
