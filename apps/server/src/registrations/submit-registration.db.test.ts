import type { Registration } from '@an-sinh/contract'
import { findForbiddenCharacter } from '@an-sinh/domain'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRegistration, loadRegistration } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

type Refused = { code: string; sentence: string; nextStep: string; fields?: { field: string; code: string; sentence: string }[] }

let fixture: RegistrationsFixture
beforeAll(async () => void (fixture = await openRegistrationsFixture()))
afterAll(() => fixture.close())

const asOwner = async (statements: string): Promise<void> => {
  const owner = postgres(fixture.platform.migratorUrl, { max: 1, onnotice: () => undefined })
  await owner.unsafe(statements)
  await owner.end()
}

describe('sending a registration', () => {
  it('answers a receipt: file number, form code, due date, office; the form is awaited', async () => {
    await fixture.setToday('2026-11-20', '23:59:00')
    const registrationId = await fixture.makeDraft({ phone: '+84951112223' })
    const answer = await fixture.submit(registrationId, fixture.answers({ email: 'Thu.Nghiem@EXAMPLE.invalid' }))
    expect(answer.statusCode).toBe(201)
    const receipt = answer.json<Registration>()
    expect(receipt).toMatchObject({
      state: 'awaiting-visit',
      dueOn: '2026-11-30',
      phoneMasked: '09••• ••223',
      extensionsLeft: 2,
      may: { print: true, extend: true, changeOffice: true, withdraw: true, correct: false },
    })
    expect(receipt.fileNumber).toMatch(/^\d{3,5}\/2026\/00001$/u)
    expect(receipt.formCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/u)
    expect(receipt.office?.officeId).toBe(fixture.officeIds[0])
    expect(receipt.history.map((line) => line.move)).toStrictEqual(['submit', 'prepare-form'])
    expect(await fixture.readMessages('+84951112223')).toHaveLength(1)
    expect((await fixture.readMessages('+84951112223'))[0]).toContain(receipt.fileNumber ?? 'none')
    expect(await fixture.readMessages('Thu.Nghiem@example.invalid')).toHaveLength(1)
    await fixture.platform.moveClock('0')
  })

  it('stores the date with the rule’s version and with what moved it', async () => {
    await fixture.setToday('2026-11-14')
    const row = await fixture.makeSubmitted()
    expect(row).toMatchObject({
      submittedOn: '2026-11-14',
      clockStartedOn: '2026-11-14',
      dueOn: '2026-11-25',
      deadlineRuleVersion: 'deadline-1',
    })
    expect(row.deadlineFacts).toMatchObject({
      officeId: row.officeId,
      moved: [{ what: 'due', from: '2026-11-24', to: '2026-11-25', why: 'public-holiday' }],
      reminderOns: ['2026-11-19', '2026-11-22'],
    })
    await fixture.platform.moveClock('0')
  })

  it('numbers the files of an office and year without gap or double, also when twenty are sent at once', async () => {
    await fixture.setToday('2027-03-01')
    const officeId = fixture.officeIds[5] ?? 0
    const drafts: string[] = []
    for (let at = 0; at < 20; at += 1) drafts.push(await fixture.makeDraft())
    const answers = await Promise.all(drafts.map((registrationId) => fixture.submit(registrationId, fixture.answers({ officeId }))))
    expect(answers.filter((answer) => answer.statusCode !== 201).map((answer) => answer.body)).toStrictEqual([])
    const serials = answers
      .map((answer) => Number(answer.json<Registration>().fileNumber?.slice(-5)))
      .toSorted((first, second) => first - second)
    expect(serials).toStrictEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    expect(new Set(answers.map((answer) => answer.json<Registration>().formCode)).size).toBe(20)
    await fixture.platform.moveClock('0')
  })

  it('twice, or by two tabs at once, gives the same receipt, one number and one message', async () => {
    const registrationId = await fixture.makeDraft({ phone: '+84951112224' })
    const answers = fixture.answers()
    const tabs = await Promise.all(Array.from({ length: 5 }, () => fixture.submit(registrationId, answers)))
    const later = await fixture.submit(registrationId, { ...answers, fullName: 'Tên Gõ Ở Thẻ Khác' })
    const receipts = [...tabs, later].map((answer) => answer.json<Registration>())
    expect([...tabs, later].map((answer) => answer.statusCode)).toStrictEqual([201, 201, 201, 201, 201, 201])
    expect(
      new Set(receipts.map((receipt) => `${receipt.fileNumber} ${receipt.formCode} ${receipt.dueOn} ${receipt.answers?.fullName}`)).size,
    ).toBe(1)
    expect(await fixture.readMessages('+84951112224')).toHaveLength(1)
    expect(receipts[0]?.history).toHaveLength(2)
  })

  it('of a version that was never shown is a conflict', async () => {
    const registrationId = await fixture.makeDraft()
    expect((await fixture.submit(registrationId, fixture.answers(), 7)).json<Refused>().code).toBe('version-conflict')
    await fixture.submit(registrationId, fixture.answers())
    expect((await fixture.submit(registrationId, fixture.answers(), 3)).json<Refused>().code).toBe('move-not-allowed')
  })

  it('counts three a day for a phone, repeats not among them', async () => {
    const phone = '+84951112225'
    for (let sent = 0; sent < 3; sent += 1) {
      const registrationId = await fixture.makeDraft({ phone })
      const answers = fixture.answers()
      await fixture.submit(registrationId, answers)
      expect((await fixture.submit(registrationId, answers)).statusCode).toBe(201)
    }
    const refused = await fixture.submit(await fixture.makeDraft({ phone }), fixture.answers())
    expect(refused.statusCode).toBe(429)
    expect(Date.parse(refused.json<{ tryAgainAt: string }>().tryAgainAt)).toBeGreaterThan(Date.now())
  })

  it('that breaks in the middle leaves a draft, no number, no message; sent again it succeeds', async () => {
    const registrationId = await fixture.makeDraft({ phone: '+84951112226' })
    const officeId = fixture.officeIds[8] ?? 0
    // The disk is full when the message is written, the last thing but one of the transaction.
    await asOwner(`CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER fill BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION fill()`)
    const broken = await fixture.submit(registrationId, fixture.answers({ officeId }))
    await asOwner('DROP TRIGGER fill ON messages; DROP FUNCTION fill()')
    expect(broken.json<Refused>().code).toBe('unavailable')
    expect(await findRegistration(fixture.platform.sql, registrationId)).toMatchObject({
      state: 'draft',
      version: 1,
      fileNumber: null,
      declared: null,
    })
    const receipt = (await fixture.submit(registrationId, fixture.answers({ officeId }))).json<Registration>()
    expect(receipt.fileNumber).toMatch(/\/00001$/u)
    expect(await fixture.readMessages('+84951112226')).toHaveLength(1)
  })
})

describe('answers that are not right', () => {
  const refuse = async (change: object): Promise<Refused> =>
    (await fixture.submit(await fixture.makeDraft({ photos: false }), { ...fixture.answers(), ...change })).json<Refused>()

  it('are told all at once, each at its field with a sentence, beside what is missing', async () => {
    const { fields, code } = await refuse({
      fullName: '',
      insuranceNumber: '12345',
      nationalId: '12',
      bornOn: '2025-02-29',
      email: 'không phải',
      wardCode: 'x',
      officeId: -4,
    })
    expect(code).toBe('name-empty')
    expect(fields?.map((field) => [field.field, field.code])).toStrictEqual([
      ['fullName', 'name-empty'],
      ['insuranceNumber', 'insurance-number-shape'],
      ['nationalId', 'national-id-shape'],
      ['bornOn', 'birth-date-wrong'],
      ['email', 'email-shape'],
      ['wardCode', 'address-unknown'],
      ['officeId', 'office-unknown'],
      ['photos', 'photos-missing'],
    ])
    expect(fields?.every((field) => field.sentence.length > 10)).toBe(true)
  })

  it.each([
    ['a number of nine digits', { insuranceNumber: '990000001' }, 'insurance-number-shape'],
    ['a number of eleven digits', { insuranceNumber: '99000000011' }, 'insurance-number-shape'],
    ['letters in the number', { insuranceNumber: '99OO000001' }, 'insurance-number-shape'],
    ['an id of eleven digits', { nationalId: '09919400001' }, 'national-id-shape'],
    ['an id of a province that does not exist', { nationalId: '097194000001' }, 'national-id-shape'],
    ['a short passport', { passportNumber: 'B1' }, 'passport-shape'],
    ['no number at all', { insuranceNumber: null, nationalId: '', passportNumber: null }, 'number-missing'],
    ['a forgotten number and nothing else', { insuranceNumber: null, insuranceNumberForgotten: true, nationalId: null }, 'number-missing'],
    ['29 February of a common year', { bornOn: '2023-02-29' }, 'birth-date-wrong'],
    ['a birth to come', { bornOn: '2031-01-01' }, 'birth-date-wrong'],
    ['a birth in 1700', { bornOn: '1700' }, 'birth-date-wrong'],
    ['month 13', { bornOn: '1994-13' }, 'birth-date-wrong'],
    ['a name of digits', { fullName: 'Nguyễn 123' }, 'name-bad-character'],
    ['a name of 101 letters', { fullName: `A ${'b'.repeat(99)}` }, 'name-too-long'],
    ['NUL in the name', { fullName: 'Nguyễn\0Thị' }, 'bad-text'],
    ['a direction mark in the name', { fullName: 'Nguyễn \u202EThị' }, 'bad-text'],
    ['a hidden control in the street', { street: 'Số 1\u0007' }, 'bad-text'],
    ['a ward of another province', { provinceCode: 'không có' }, 'address-unknown'],
    ['an office that is none', { officeId: 2_147_483_647 }, 'office-unknown'],
    ['an office beyond counting', { officeId: 9_007_199_254_740_991 }, 'office-unknown'],
    ['an address with two at-signs', { email: 'a@b@example.invalid' }, 'email-shape'],
  ])('for example %s, are refused with a code', async (_name, change, code) => {
    const refused = await refuse(change)
    expect([refused.code, ...(refused.fields ?? []).map((field) => field.code)]).toContain(code)
    expect(refused.nextStep.length).toBeGreaterThan(5)
  })

  it('for example a name of 10 kB, are refused fast and nothing is stored', async () => {
    const startedAt = performance.now()
    const registrationId = await fixture.makeDraft({ photos: false })
    const answer = await fixture.submit(registrationId, fixture.answers({ fullName: 'ạ́'.repeat(5000) }))
    expect(answer.statusCode).toBe(400)
    expect(performance.now() - startedAt).toBeLessThan(500)
    expect((await loadRegistration(fixture.platform.sql, registrationId)).declared).toBeNull()
  })

  it('are refused without the privacy screen read and the phone proved', async () => {
    const registrationId = await fixture.makeDraft({ photos: false })
    await fixture.platform
      .sql`UPDATE registrations SET privacy_text_version = NULL, proved_phone = NULL WHERE registration_id = ${registrationId}`
    const refused = (await fixture.submit(registrationId, fixture.answers())).json<Refused>()
    expect(refused.fields?.map((field) => field.code)).toStrictEqual(['privacy-not-read', 'phone-not-proved', 'photos-missing'])
  })
})

describe('answers as people type them', () => {
  const send = async (change: object): Promise<Registration> => {
    const answer = await fixture.submit(await fixture.makeDraft(), { ...fixture.answers(), ...change })
    expect(answer.statusCode).toBe(201)
    return answer.json<Registration>()
  }

  it('are stored as NFC with single spaces: decomposed and composed typing is the same name', async () => {
    const { answers } = await send({
      fullName: '  Nguyễn  Thị Thử\u00A0Nghiệm '.normalize('NFD'),
      street: 'Ngõ  12,  phố Huế'.normalize('NFD'),
    })
    expect(answers?.fullName).toBe('Nguyễn Thị Thử Nghiệm')
    expect(answers?.street).toBe('Ngõ 12, phố Huế')
    expect(findForbiddenCharacter(answers?.fullName ?? '\0')).toBeNull()
  })

  it('may have spaces and dots in numbers', async () => {
    const { answers } = await send({ insuranceNumber: ' 99 1234.5678 ', nationalId: '099 194 654 321' })
    expect([answers?.insuranceNumber, answers?.nationalId]).toStrictEqual(['9912345678', '099194654321'])
  })

  it.each(['1950', '1950-07', '2024-02-29'])('may give a birth date as %s; it stays as it is', async (bornOn) => {
    expect((await send({ bornOn })).answers?.bornOn).toBe(bornOn)
  })

  it('may say "I do not remember": what stood in the box is dropped', async () => {
    expect((await send({ insuranceNumber: '12', insuranceNumberForgotten: true })).answers?.insuranceNumber).toBeNull()
  })

  it('may name a passport and nationality alone', async () => {
    const { answers } = await send({
      insuranceNumber: null,
      insuranceNumberForgotten: true,
      nationalId: null,
      passportNumber: 'k 1234567',
      nationality: 'KR',
    })
    expect(answers).toMatchObject({ passportNumber: 'K1234567', nationality: 'KR', nationalId: null })
  })
})
