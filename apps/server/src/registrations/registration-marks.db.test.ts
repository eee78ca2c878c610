import type { Registration } from '@an-sinh/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount, prepareFirstPassword } from '../accounts/index.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadRegistration, markRegistration, toRegistrationAnswer } from './index.ts'
import { openRegistrationsFixture, type RegistrationsFixture } from './registrations-fixture.ts'

let fixture: RegistrationsFixture
beforeAll(async () => {
  fixture = await openRegistrationsFixture()
  fixture.photoPx = 640
})
afterAll(() => fixture.close())

const openAccountOf = async (personId: number): Promise<void> => {
  const { hash } = await prepareFirstPassword()
  await inTransaction(fixture.platform, (transaction) =>
    openAccount(transaction, {
      personId,
      phone: '+84959999999',
      email: null,
      registrationId: '00000000-0000-4000-8000-000000000001',
      firstPasswordHash: hash,
      heldUntil: new Date(0),
    }),
  )
}

/** An answer without what differs between any two registrations. */
const shapeOf = (answer: Registration): unknown => ({
  ...answer,
  registrationId: '',
  fileNumber: '',
  formCode: '',
  phoneMasked: '',
  submittedAt: '',
  answers: null,
  photos: answer.photos.map((photo) => ({ ...photo, documentId: '', sizeBytes: 0 })),
  history: answer.history.map((line) => ({ ...line, at: '' })),
})

describe('before the counter', () => {
  it('a known number, an unknown one, somebody else’s, a dead person’s and one with an account get the same answer', async () => {
    const cases = [
      { insuranceNumber: '9900000101', nationalId: null, fullName: 'Nguyễn Thị Thử Nghiệm' },
      { insuranceNumber: '9900000102', nationalId: null, fullName: 'Nguyễn Thị Thử Nghiệm' },
      { insuranceNumber: '9900000103', nationalId: null, fullName: 'Trần Văn Người Khác' },
      { insuranceNumber: '9900000104', nationalId: null, fullName: 'Nguyễn Thị Thử Nghiệm' },
      { insuranceNumber: '9900000105', nationalId: null, fullName: 'Nguyễn Thị Thử Nghiệm' },
    ]
    await fixture.addPerson({ insuranceNumber: '9900000101' })
    await fixture.addPerson({ insuranceNumber: '9900000103' })
    await fixture.addPerson({ insuranceNumber: '9900000104', diedOn: '2025-01-01' })
    await openAccountOf(await fixture.addPerson({ insuranceNumber: '9900000105' }))
    const answers: Registration[] = []
    for (const change of cases) {
      const answer = await fixture.submit(await fixture.makeDraft(), fixture.answers(change))
      expect(answer.statusCode).toBe(201)
      answers.push(answer.json<Registration>())
    }
    expect(new Set(answers.map((answer) => JSON.stringify(shapeOf(answer)))).size).toBe(1)
    // The clerk is told; the applicant's answer stays as it was.
    const marks: unknown[] = []
    for (const { registrationId } of answers) {
      marks.push(await markRegistration(fixture.platform, registrationId))
      const row = await loadRegistration(fixture.platform.sql, registrationId)
      const shown = await toRegistrationAnswer(fixture.platform, fixture.platform.sql, row)
      expect(shapeOf(shown)).toStrictEqual(shapeOf(answers[0] as Registration))
    }
    expect(marks).toStrictEqual([
      ['id-qr-missing'],
      ['unknown-number', 'id-qr-missing'],
      ['name-differs', 'id-qr-missing'],
      ['person-dead', 'id-qr-missing'],
      ['has-account', 'id-qr-missing'],
    ])
  })

  it('the register is asked by a job of the submission’s transaction, not in the request', async () => {
    const { registrationId } = await fixture.makeSubmitted()
    const [job] = await fixture.platform.sql<
      { count: number }[]
    >`SELECT count(*)::integer FROM pgboss.job WHERE name = 'mark-registration' AND data ->> 'registrationId' = ${registrationId}`
    expect(job?.count).toBe(1)
    expect((await loadRegistration(fixture.platform.sql, registrationId)).marks).toStrictEqual([])
  })
})

describe('marks for the clerk', () => {
  const marksOf = async (change: Parameters<RegistrationsFixture['makeSubmitted']>[0]): Promise<string[]> => {
    const { registrationId } = await fixture.makeSubmitted(change)
    return (await markRegistration(fixture.platform, registrationId)) ?? []
  }

  it('name two people behind two numbers, another birth date, and an id that contradicts sex or year', async () => {
    await fixture.addPerson({ insuranceNumber: '9900000201', nationalId: '099194000201' })
    await fixture.addPerson({ insuranceNumber: '9900000202', nationalId: '099194000202' })
    expect(await marksOf({ insuranceNumber: '9900000201', nationalId: '099194000202' })).toContain('numbers-of-two-people')
    expect(await marksOf({ insuranceNumber: '9900000201', nationalId: '099194000201', bornOn: '1993-01-01' })).toStrictEqual([
      'birth-date-differs',
      'national-id-differs',
      'id-qr-missing',
      'several-open',
    ])
    expect(await marksOf({ insuranceNumber: null, nationalId: '099094000205', sex: 'female' })).toContain('national-id-differs')
  })

  it('do not mind accents, tone places and birth dates known in part', async () => {
    await fixture.addPerson({ insuranceNumber: '9900000301', nationalId: '099194000301', fullName: 'Hoàng Thị Thuý Hoà' })
    expect(
      await marksOf({ insuranceNumber: '9900000301', nationalId: '099194000301', fullName: 'HOÀNG THỊ THÚY HÒA', bornOn: '1994' }),
    ).toStrictEqual(['id-qr-missing'])
  })

  it('count other open registrations of the same number, and forget withdrawn ones', async () => {
    const first = await fixture.makeSubmitted({ insuranceNumber: '9900000401', nationalId: null })
    const second = await fixture.makeSubmitted({ insuranceNumber: '9900000401', nationalId: null })
    expect(await markRegistration(fixture.platform, first.registrationId)).toContain('several-open')
    await fixture.platform.sql`UPDATE registrations SET state = 'withdrawn' WHERE registration_id = ${second.registrationId}`
    expect(await markRegistration(fixture.platform, first.registrationId)).not.toContain('several-open')
  })

  it('tell of the same picture elsewhere, and of consent that the employer prints', async () => {
    const registrationId = await fixture.makeDraft({ photos: false })
    const other = await fixture.makeDraft({ photos: false })
    for (const id of [registrationId, other]) await fixture.addPhotos(id, undefined, 'cùng một ảnh')
    await fixture.submit(
      registrationId,
      fixture.answers({
        employerMayPrint: true,
        passportNumber: 'K1234567',
        insuranceNumber: null,
        insuranceNumberForgotten: true,
        nationalId: null,
      }),
    )
    expect(await markRegistration(fixture.platform, registrationId)).toStrictEqual([
      'photo-faults',
      'same-picture-elsewhere',
      'employer-may-print',
    ])
  })

  it('are not made for drafts and for what is gone', async () => {
    expect(await markRegistration(fixture.platform, await fixture.makeDraft({ photos: false }))).toBeNull()
    expect(await markRegistration(fixture.platform, '00000000-0000-0000-0000-000000000000')).toBeNull()
  })
})
