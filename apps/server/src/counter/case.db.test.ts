import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../platform/transaction.ts'
import { insertDraft, loadRegistration, moveRegistration } from '../registrations/index.ts'
import { caseOf, type Clerk, codeOf, type Desk, openDesk } from './desk-fixture.ts'
import { addPhotos } from './photos-fixture.ts'

describe('a case at the counter', () => {
  let desk: Desk
  let clerk: Clerk
  let colleague: Clerk
  let elsewhere: Clerk
  beforeAll(async () => {
    desk = await openDesk()
    clerk = await desk.hire({ fullName: 'Lê Thị Quầy' })
    colleague = await desk.hire({ fullName: 'Trần Văn Bàn' })
    elsewhere = await desk.hire({ officeId: desk.officeIds[1] ?? 0 })
  })
  afterAll(() => desk.close())
  const auditOf = async (registrationId: string): Promise<string[]> =>
    (
      await desk.platform.sql<
        { action: string }[]
      >`SELECT action FROM audit_lines WHERE registration_id = ${registrationId} AND actor_kind = 'staff' ORDER BY line_id`
    ).map((line) => line.action)

  it('shows declared, register and photos side by side, differences by rule, reasons with the citizen’s texts', async () => {
    const person = await desk.addPerson({ fullName: 'Nguyễn Thị Hoà', phoneOnFile: '0951234567' })
    const { row, formCode } = await desk.submit({ fullName: 'Nguyễn Thị Hòa', bornOn: '1994' }, person)
    await addPhotos(desk.platform, row.registrationId)
    const shown = caseOf(await desk.at(clerk, row.registrationId).see())
    expect(shown).toMatchObject({
      state: 'awaiting-visit',
      formCode,
      elsewhere: false,
      timing: 'on-time',
      lock: null,
      decision: null,
      declared: { fullName: 'Nguyễn Thị Hòa' },
    })
    const [found] = shown.persons
    expect(found).toMatchObject({
      personId: person.personId,
      foundBy: expect.arrayContaining(['insurance-number', 'national-id']),
      phoneMasked: expect.stringContaining('•'),
      accountState: null,
    })
    const severity = Object.fromEntries((found?.differences ?? []).map((difference) => [difference.field, difference.severity]))
    expect(severity).toMatchObject({ fullName: 'none', bornOn: 'note', insuranceNumber: 'none', phone: 'note' })
    expect(JSON.stringify(shown)).not.toContain('0951234567')
    expect(JSON.stringify(shown)).not.toContain('+84951234567')
    expect(shown.photos.map((photo) => [photo.kind, photo.hints.includes('glare')])).toStrictEqual([
      ['id-front', true],
      ['id-back', true],
      ['portrait', true],
    ])
    expect(shown.documentKinds.map((kind) => kind.code)).toStrictEqual(['can-cuoc', 'cccd-chip', 'cccd'])
    expect(shown.checklist).toHaveLength(5)
    expect(shown.reasons.every((reason) => reason.smsText.includes(shown.fileNumber))).toBe(true)
    expect(shown.history.map((line) => [line.move, line.by])).toStrictEqual([
      ['submit', 'Người nộp'],
      ['prepare-form', 'Hệ thống'],
    ])
  })

  it('marks every reading: of the case, of each person laid beside it, of each photo', async () => {
    const { row, personId } = await desk.submit()
    const { registrationId } = row
    await addPhotos(desk.platform, registrationId)
    await desk.at(clerk, registrationId).see()
    const photo = await desk.at(clerk, registrationId).photo('portrait')
    expect(photo.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' })
    expect(photo.rawPayload.subarray(0, 2)).toStrictEqual(Buffer.from([0xff, 0xd8]))
    expect(await auditOf(registrationId)).toStrictEqual([
      'case-read',
      ...(await auditOf(registrationId)).filter((action) => action === 'person-compared'),
      'photo-read',
    ])
    expect(
      await desk.platform
        .sql`SELECT 1 FROM audit_lines WHERE person_id = ${personId} AND action = 'person-compared' AND registration_id = ${registrationId}`,
    ).toHaveLength(1)
  })

  it('a photo that is not there is not found; after the decision looks are counted', async () => {
    const { row, personId } = await desk.receive(clerk)
    const { registrationId } = row
    expect(codeOf(await desk.at(clerk, registrationId).photo('portrait'))).toBe('not-found')
    await addPhotos(desk.platform, registrationId)
    for (let look = 0; look < 25; look += 1) expect((await desk.at(clerk, registrationId).photo('portrait')).statusCode).toBe(200)
    caseOf(await desk.at(clerk, registrationId).decide({ kind: 'approve', personId }))
    for (let look = 0; look < 20; look += 1) expect((await desk.at(clerk, registrationId).photo('portrait')).statusCode).toBe(200)
    expect(codeOf(await desk.at(clerk, registrationId).photo('portrait'))).toBe('too-many')
  })

  it('of another office shows nothing until it is taken over; then it is here, with this office’s calendar, and the move is recorded', async () => {
    const { row } = await desk.submit()
    const { registrationId } = row
    for (const answer of [
      await desk.at(elsewhere, registrationId).see(),
      await desk.at(elsewhere, registrationId).photo('portrait'),
      await desk.at(elsewhere, registrationId).lock(),
      await desk.at(elsewhere, registrationId).receive(),
      await desk.at(elsewhere, registrationId).receipt(),
      await desk.at(elsewhere, registrationId).extend('vì bão'),
    ]) {
      expect(codeOf(answer)).toBe('case-elsewhere')
    }
    expect(caseOf(await desk.at(elsewhere, registrationId).takeOver())).toMatchObject({
      elsewhere: false,
      office: { officeId: desk.officeIds[1] },
      declared: { officeId: desk.officeIds[1] },
    })
    expect(codeOf(await desk.at(clerk, registrationId).see())).toBe('case-elsewhere')
    expect(await auditOf(registrationId)).toContain('registration-change-office')
  })

  it('that was received elsewhere cannot be taken over; a draft does not exist for the counter', async () => {
    const { row } = await desk.receive(clerk)
    expect(codeOf(await desk.at(elsewhere, row.registrationId).takeOver())).toBe('move-not-allowed')
    const draft = randomUUID()
    await insertDraft(desk.platform.sql, draft)
    for (const answer of [
      await desk.at(clerk, draft).see(),
      await desk.at(clerk, draft).takeOver(),
      await desk.at(clerk, randomUUID()).see(),
    ])
      expect(codeOf(answer)).toBe('not-found')
  })

  it('is locked softly: a colleague sees by whom, cannot receive or decide, and may when the lock runs out or is given back', async () => {
    const { row, personId } = await desk.submit()
    const { registrationId } = row
    expect((await desk.at(clerk, registrationId).lock()).statusCode).toBe(200)
    expect((await desk.at(clerk, registrationId).lock()).statusCode).toBe(200)
    expect(caseOf(await desk.at(colleague, registrationId).see()).lock).toMatchObject({ staffName: 'Lê Thị Quầy', mine: false })
    expect(codeOf(await desk.at(colleague, registrationId).lock())).toBe('case-locked')
    expect(codeOf(await desk.at(colleague, registrationId).receive())).toBe('case-locked')
    expect((await desk.at(clerk, registrationId).receive()).statusCode).toBe(200)
    expect(codeOf(await desk.at(colleague, registrationId).decide({ kind: 'approve', personId }))).toBe('case-locked')
    await desk.at(colleague, registrationId).unlock()
    expect(codeOf(await desk.at(colleague, registrationId).lock())).toBe('case-locked')
    await desk.platform.sql`UPDATE registration_locks SET locked_until = ansinh_now() WHERE registration_id = ${registrationId}`
    expect((await desk.at(colleague, registrationId).lock()).statusCode).toBe(200)
    await desk.at(colleague, registrationId).unlock()
    expect((await desk.at(clerk, registrationId).lock()).statusCode).toBe(200)
  })

  it('of two clerks reaching for the lock at once one gets it, twenty times', async () => {
    const { row } = await desk.submit()
    for (let race = 0; race < 20; race += 1) {
      const answers = await Promise.all([desk.at(clerk, row.registrationId).lock(), desk.at(colleague, row.registrationId).lock()])
      expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
      await Promise.all([desk.at(clerk, row.registrationId).unlock(), desk.at(colleague, row.registrationId).unlock()])
    }
  })

  it('is received once, at the version on the screen; the applicant is told, by e-mail too', async () => {
    const { row, phone } = await desk.submit({ email: 'nhan@example.invalid' })
    const { registrationId, version } = row
    const answers = await Promise.all([desk.at(clerk, registrationId).receive(version), desk.at(clerk, registrationId).receive(version)])
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toStrictEqual([200, 409])
    expect(codeOf(await desk.at(clerk, registrationId).receive(version))).toBe('version-conflict')
    expect(codeOf(await desk.at(clerk, registrationId).receive())).toBe('move-not-allowed')
    expect(await desk.messages(phone)).toMatchObject([{ event: 'received' }])
    expect(await desk.messages('nhan@example.invalid')).toMatchObject([{ event: 'received' }])
    expect(await loadRegistration(desk.platform.sql, registrationId)).toMatchObject({ state: 'received', receivedAt: expect.any(Date) })
  })

  it('prints a receipt once the paper was received', async () => {
    const { row } = await desk.submit()
    expect(codeOf(await desk.at(clerk, row.registrationId).receipt())).toBe('move-not-allowed')
    await desk.at(clerk, row.registrationId).receive()
    const receipt = await desk.at(clerk, row.registrationId).receipt()
    expect(receipt.headers['content-type']).toBe('application/pdf')
    expect(receipt.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await auditOf(row.registrationId)).toContain('receipt-printed')
  })

  it('after the grace is neither received nor decided; a clerk extends it with a reason, then it is', async () => {
    const { row, phone } = await desk.submit()
    const { registrationId } = row
    await desk.platform
      .sql`UPDATE registrations SET clock_started_on = '2025-12-20', due_on = '2026-01-05', grace_ends_on = '2026-01-10' WHERE registration_id = ${registrationId}`
    expect(caseOf(await desk.at(clerk, registrationId).see()).timing).toBe('expired')
    expect(codeOf(await desk.at(clerk, registrationId).receive())).toBe('case-expired')
    expect(codeOf(await desk.at(clerk, registrationId).extend('   '))).toBe('reason-missing')
    const extended = caseOf(await desk.at(clerk, registrationId).extend('Người nộp nằm viện'))
    expect(extended).toMatchObject({ timing: 'on-time', state: 'awaiting-visit' })
    expect((await desk.messages(phone)).at(-1)).toMatchObject({ event: 'deadline-moved' })
    const [kept] = await desk.platform.sql`SELECT reason, staff_id FROM extension_reasons WHERE registration_id = ${registrationId}`
    expect(kept).toMatchObject({ reason: 'Người nộp nằm viện', staff_id: clerk.staffId })
    expect(
      JSON.stringify(await desk.platform.sql`SELECT details FROM audit_lines WHERE registration_id = ${registrationId}`),
    ).not.toContain('nằm viện')
    expect((await desk.at(clerk, registrationId).receive()).statusCode).toBe(200)
  })

  it('handed in again after a return is in time by its new clock, not by its first visit', async () => {
    const { row } = await desk.receive(clerk)
    const { registrationId } = row
    caseOf(await desk.at(clerk, registrationId).decide({ kind: 'return', reasonCodes: ['unsigned'] }))
    await inTransaction(desk.platform, (transaction) =>
      moveRegistration(desk.platform, transaction, {
        registrationId,
        move: 'reopen',
        actor: { kind: 'applicant', registrationId, scope: 'own' },
        set: { dueOn: '2026-01-05', graceEndsOn: '2026-01-10' },
      }),
    )
    expect(caseOf(await desk.at(clerk, registrationId).see()).timing).toBe('expired')
    expect(codeOf(await desk.at(clerk, registrationId).receive())).toBe('case-expired')
    expect(codeOf(await desk.at(clerk, registrationId).receipt())).toBe('move-not-allowed')
  })

  it('of a number that was merged away shows who bears the other one now', async () => {
    const survivor = await desk.addPerson({ fullName: 'Vũ Thị Còn', bornOn: '1990-01-02' })
    const merged = await desk.addPerson({ fullName: 'Vũ Thị Còn', bornOn: '1991-02-03', mergedIntoPersonId: survivor.personId })
    const { row } = await desk.submit({}, merged)
    expect(
      caseOf(await desk.at(clerk, row.registrationId).see()).persons.map(({ personId, merged: isMerged }) => [personId, isMerged]),
    ).toStrictEqual([
      [merged.personId, true],
      [survivor.personId, false],
    ])
  })

  it('refuses texts with NUL or bidi marks, and a reason of ten thousand characters', async () => {
    const { row } = await desk.submit()
    expect(codeOf(await desk.at(clerk, row.registrationId).extend('vì \u0000 bão'))).toBe('bad-text')
    expect(codeOf(await desk.at(clerk, row.registrationId).extend('vì \u202e bão'))).toBe('bad-text')
    expect(codeOf(await desk.at(clerk, row.registrationId).extend('a'.repeat(10_000)))).toBe('bad-request')
  })
})
