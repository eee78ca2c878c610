import { decideSmsEncoding, DECISION_REASONS, REQUEST_REASONS } from '@an-sinh/domain'
import { describe, expect, it } from 'vitest'
import type { MessageContent } from './message-content.ts'
import { renderEmail, renderNotice } from './letters.ts'
import { renderSms } from './sms-texts.ts'

const fileNumber = '91234/2026/999999'
const dueOn = '2026-12-31'
const long = 'ảnh giấy tờ hoặc ảnh chân dung chưa rõ; '.repeat(10).trim()

/** Every event with the longest facts it can get. */
const LONGEST: readonly MessageContent[] = [
  { event: 'one-time-code', code: '888888' },
  { event: 'submitted', fileNumber, dueOn },
  { event: 'received', fileNumber },
  { event: 'approved', loginHint: '888', firstPassword: 'mmmm-8888-mmmm' },
  { event: 'first-password', firstPassword: 'mmmm-8888-mmmm' },
  { event: 'returned', fileNumber, sentence: { vi: long, en: long }, short: long, dueOn },
  { event: 'returned', fileNumber, sentence: { vi: long, en: long }, short: long, dueOn: null },
  { event: 'refused', fileNumber, sentence: { vi: long, en: long }, short: long },
  { event: 'reminder', fileNumber, dueOn, daysLeft: 10 },
  { event: 'deadline-moved', fileNumber, dueOn },
  { event: 'expired', fileNumber },
  { event: 'closed-by-other', fileNumber },
  { event: 'account-touched' },
  { event: 'password-set' },
  { event: 'number-asked', insuranceNumber: '8888888888' },
  { event: 'password-set-by-email' },
  { event: 'passkey-added' },
  { event: 'new-device', device: 'Samsung Internet · Chromebook' },
  { event: 'new-device', device: null },
  { event: 'device-disavowed' },
  { event: 'counter-code-issued', phoneGone: true },
  { event: 'email-code', code: '888888' },
  ...(['phone', 'email'] as const).flatMap((kind): MessageContent[] => [
    { event: 'contact-change-waits', kind, at: new Date('2026-12-30T16:59:00Z'), objection: 'mmmm-8888-mmmm' },
    { event: 'contact-change-arrives', kind, at: new Date('2026-12-30T16:59:00Z') },
    { event: 'contact-change-cancelled', kind },
    { event: 'contact-changed', kind },
  ]),
  { event: 'counter-code-issued', phoneGone: false },
  ...(['giver', 'reader'] as const).flatMap((side) =>
    (['offered', 'withdrawn', 'accepted', 'declined', 'ended', 'run-out'] as const).map((change): MessageContent => ({
      event: 'mandate-changed',
      change,
      side,
    })),
  ),
  { event: 'dependant-approved' },
  { event: 'data-export-ready' },
  ...(['answered', 'done', 'refused'] as const).map((state): MessageContent => ({
    event: 'data-request-moved',
    fileNumber,
    state,
    note: long,
  })),
  { event: 'dependant-refused', sentence: { vi: long, en: long }, short: long },
  { event: 'childhood-over' },
  { event: 'came-of-age' },
  { event: 'correction-decided', fileNumber, outcome: 'corrected', reason: null },
  { event: 'correction-decided', fileNumber, outcome: 'kept', reason: null },
  ...REQUEST_REASONS.flatMap(({ citizen, nextStep, smsVi }): MessageContent[] => {
    const reason = { sentence: citizen, nextStep, short: smsVi }
    return [
      { event: 'correction-decided', fileNumber, outcome: 'kept', reason },
      { event: 'correction-asks', fileNumber, reason },
    ]
  }),
  { event: 'address-changed' },
  { event: 'account-stop-waits', at: new Date('2026-12-30T16:59:00Z') },
  { event: 'account-stop-cancelled' },
  { event: 'account-stopped' },
  ...(['answered', 'reopened', 'closed', 'marked', 'call-missed', 'call-closed', 'call-not-made'] as const).map(
    (state): MessageContent => ({
      event: 'ticket-moved',
      reportNumber: 'HT/2026/999999',
      state,
    }),
  ),
  { event: 'card-ends', validTo: dueOn },
  { event: 'card-next', validFrom: dueOn },
  { event: 'card-changed' },
  { event: 'visit-recorded', visitedOn: dueOn },
  { event: 'employer-unpaid', employerName: 'Công ty trách nhiệm hữu hạn '.repeat(8).trim(), months: 12 },
  { event: 'employment-ended', employerName: 'Công ty trách nhiệm hữu hạn '.repeat(8).trim(), lastMonth: '2026-12' },
  { event: 'statement-ready', year: 2026 },
  { event: 'announced', title: { vi: 'Lịch làm việc dịp Tết', en: 'Tết' }, words: { vi: long, en: long } },
  ...(['register', 'hand-in', 'look-again'] as const).flatMap((step) =>
    (['invitation', 'reminder'] as const).map((kind): MessageContent => ({
      event: 'employer-invitation',
      kind,
      step,
      employerName: 'Công ty trách nhiệm hữu hạn '.repeat(8).trim(),
      stopCode: 'mmmm-8888-mmmm',
    })),
  ),
]
const LINK = /:\/\/|www\.|\.vn\b|\.com\b/iu

describe('texts of messages', () => {
  it.each(LONGEST)('“$event” fits one accent-free segment with the longest facts, says who speaks, and holds no link', (content) => {
    const text = renderSms(content)
    expect(decideSmsEncoding(text)).toMatchObject({ encoding: 'gsm7', segments: 1 })
    expect(text).toMatch(/^BHXH: [A-Z]/u)
    expect(text).not.toMatch(LINK)
    expect(text).not.toContain('?.')
    expect(Buffer.from(text, 'latin1').toString('latin1')).toBe(text)
  })

  it('reads as Vietnamese without accents', () => {
    expect(renderSms({ event: 'deadline-moved', fileNumber, dueOn })).toBe(
      'BHXH: Han nop To khai cua ho so 91234/2026/999999 doi thanh het ngay 31/12/2026.',
    )
  })

  it.each(DECISION_REASONS)(
    'the short form of the reason “$code” is sent whole',
    ({ for: kind, citizenVi: vi, citizenEn: en, smsVi: short }) => {
      const sentence = { vi, en }
      const text = renderSms(
        kind === 'return' ? { event: 'returned', fileNumber, sentence, short, dueOn } : { event: 'refused', fileNumber, sentence, short },
      )
      expect(text).toContain(`: ${short}. `)
    },
  )

  it.each(DECISION_REASONS)(
    'the reason “$code” is read in English in an English inbox',
    ({ for: kind, citizenVi: vi, citizenEn: en, smsVi: short }) => {
      const told = { fileNumber, sentence: { vi, en }, short }
      const { body } = renderNotice(kind === 'return' ? { event: 'returned', ...told, dueOn } : { event: 'refused', ...told }).en
      expect(body).toContain(en)
      expect(body).not.toContain(vi)
    },
  )

  it('a sentence too long is cut between words', () => {
    expect(renderSms({ event: 'refused', fileNumber, sentence: { vi: long, en: long }, short: long })).toMatch(
      / [a-z]+;?\.\.\. Ban co the dang ky lai\.$/u,
    )
  })

  it('a first password or a code never goes by e-mail', () => {
    expect(renderEmail({ event: 'one-time-code', code: '888888' })).toBeNull()
    expect(renderEmail({ event: 'first-password', firstPassword: 'mmmm-8888-mmmm' })).toBeNull()
    expect(JSON.stringify(renderEmail({ event: 'approved', loginHint: '888', firstPassword: 'mmmm-8888-mmmm' }))).not.toContain('8888-')
  })

  it('a link goes by e-mail to who asked for it, and never by SMS', () => {
    const content = { event: 'email-link', link: 'http://localhost:4000/dang-nhap/lien-ket#bi-mat' } as const
    expect(renderEmail(content)?.body).toContain(`\n\n${content.link}\n\n`)
    expect(renderEmail(content)?.subject).not.toMatch(LINK)
    expect(() => renderSms(content)).toThrow(/no link/u)
  })

  it.each(LONGEST.filter((content) => renderEmail(content) !== null))(
    'the e-mail of “$event” has accents, is NFC and holds no link',
    (content) => {
      const { subject = '', body = '' } = renderEmail(content) ?? {}
      expect(subject).not.toContain(fileNumber)
      expect(body).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđ]/u)
      expect(body.normalize('NFC')).toBe(body)
      expect(body).not.toMatch(LINK)
    },
  )

  it.each(
    LONGEST.flatMap((content) =>
      content.event === 'one-time-code' ||
      content.event === 'email-code' ||
      content.event === 'email-link' ||
      content.event === 'employer-invitation'
        ? []
        : [content],
    ),
  )('the letter of “$event” in the inbox speaks both languages and holds neither a secret nor a link', (content) => {
    const { vi, en } = renderNotice(content)
    for (const part of [vi.title, vi.body, en.title, en.body]) {
      expect(part).not.toBe('')
      expect(part).not.toMatch(LINK)
      expect(part).not.toContain('mmmm-8888')
    }
    expect(en.title).not.toBe(vi.title)
  })
})
