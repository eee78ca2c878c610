import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CORRECTION_STATES } from '../procedures/index.ts'
import { REGISTRATION_MOVE_NAMES, REGISTRATION_STATE_NAMES } from '../registrations/index.ts'
import {
  decideHeadline,
  foldRefusals,
  LOCAL_ERROR_KINDS,
  makeErrorId,
  makeLocalErrorId,
  parseErrorId,
  parseLocalErrorId,
  screenOf,
  type StoryFact,
  type StoryStanding,
  tellStory,
} from './index.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })
const atMs = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
const dueOn = fc.constantFrom('2026-11-22', '2026-12-01')
const sentence = fc.constant({ vi: 'Câu.', en: 'Sentence.' })
const fact: fc.Arbitrary<StoryFact> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    atMs,
    move: fc.constantFrom(...REGISTRATION_MOVE_NAMES),
    by: fc.constantFrom('applicant', 'staff'),
    dueOn: fc.option(dueOn),
  }),
  fc.record({ kind: fc.constant('act' as const), atMs, sentence, byStaff: fc.boolean() }),
  fc.record({
    kind: fc.constant('message' as const),
    atMs,
    event: fc.constantFrom('approved', 'one-time-code', 'visit-recorded', 'something-new'),
    channel: fc.constantFrom('sms' as const, 'email' as const, 'push' as const),
    state: fc.constantFrom('queued', 'sent', 'delivered', 'temporary', 'permanent', 'cancelled'),
    acceptedMs: fc.option(atMs),
    finalMs: fc.option(atMs),
    failure: fc.option(fc.constantFrom('cost-cap', 'unknown-number')),
  }),
  fc.record({
    kind: fc.constant('request' as const),
    atMs,
    fileNumber: fc.constant('90001/2026/DC000001'),
    state: fc.constantFrom(...CORRECTION_STATES),
    dueOn,
  }),
  fc.record({ kind: fc.constant('ticket' as const), atMs, number: fc.constant('PA/2026/000001'), open: fc.boolean() }),
)
const standing: fc.Arbitrary<StoryStanding> = fc.record({
  nowMs: atMs,
  account: fc.option(fc.constantFrom('pending-first-sign-in', 'active', 'held', 'stopped')),
  firstPasswordEndsMs: fc.option(atMs),
  registration: fc.option(
    fc.record({ state: fc.constantFrom(...REGISTRATION_STATE_NAMES), dueOn: fc.option(dueOn), graceEndsOn: fc.option(dueOn) }),
  ),
  phoneChangeAtMs: fc.option(atMs),
  stopAtMs: fc.option(atMs),
})
const quiet: StoryStanding = {
  nowMs: Date.UTC(2026, 10, 20, 3),
  account: 'active',
  firstPasswordEndsMs: null,
  registration: null,
  phoneChangeAtMs: null,
  stopAtMs: null,
}

describe('an error’s id', () => {
  it('is three groups of three, found again however it is typed, and lost with one wrong letter', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const id = makeErrorId(random)
        if (id === null) return
        expect(id).toMatch(/^[0-9A-Y][0-9A-Z]{2}-[0-9A-Z]{3}-[0-9A-Z]{3}$/u)
        expect(parseErrorId(` ${id.toLowerCase().replaceAll('-', ' ')}`)).toBe(id)
        expect(parseErrorId((id.startsWith('A') ? 'B' : 'A') + id.slice(1))).toBeNull()
        expect(parseLocalErrorId(id, 0)).toBeNull()
      }),
    )
  })
  it('that a phone made tells kind, minute and screen by itself', () => {
    const parts = fc.record({
      kind: fc.constantFrom(...LOCAL_ERROR_KINDS),
      minute: fc.integer({ min: 29_000_000, max: 31_000_000 }),
      screen: fc.integer({ min: 0, max: 1023 }),
    })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_000_000 }), (local, later) => {
        const id = makeLocalErrorId(local)
        expect(parseErrorId(id)).toBe(id)
        expect(parseLocalErrorId(id, local.minute + later)).toEqual(local)
      }),
    )
  })
  it.each([
    ['/ca-nhan/the', '/ca-nhan/the'],
    ['/ho-so/0b7c0d0e-1111-4222-8333-444455556666/in', '/ho-so/:id/in'],
    ['/tra-cuu/0912345678', '/tra-cuu/:id'],
    ['/', '/'],
  ])('knows of the screen %s only %s', (path, screen) => expect(screenOf(path)).toBe(screen))
})

describe('a story', () => {
  it('is told in the order of time, every sentence whole in both languages, nothing of visits', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
        const story = tellStory(facts)
        const times = story.map((one) => one.atMs)
        expect(times).toStrictEqual(times.toSorted((one, other) => one - other))
        for (const { text } of story) for (const words of [text.vi, text.en]) expect(words).toMatch(/^\p{L}.*[.”]$/u)
        const untold = facts.filter((one) => one.kind === 'message' && one.event === 'visit-recorded')
        expect(story).toHaveLength(facts.length - untold.length)
      }),
    )
  })
  it('tells of a message how far it came', () => {
    const at = Date.UTC(2026, 10, 12, 2, 14)
    const [one] = tellStory([
      {
        kind: 'message',
        atMs: at,
        event: 'approved',
        channel: 'sms',
        state: 'sent',
        acceptedMs: at + 60_000,
        finalMs: null,
        failure: null,
      },
    ])
    expect(one?.text.vi).toBe('SMS mật khẩu lần đầu: gửi lúc 09:15: tổng đài nhận, chưa có biên nhận.')
  })
  it('folds the same refusal in a row into one sentence, and loses none', () => {
    const rows = fc.array(fc.record({ atMs, code: fc.constantFrom('sign-in-wrong', 'too-many'), sentence }), { maxLength: 40 })
    fc.assert(
      fc.property(rows, (refused) => {
        const folded = foldRefusals(refused)
        expect(folded.reduce((sum, { times }) => sum + times, 0)).toBe(refused.length)
        for (const { firstMs, atMs: lastMs } of folded) expect(firstMs).toBeLessThanOrEqual(lastMs)
      }),
    )
    const [one] = tellStory(
      foldRefusals([1, 2, 3].map((n) => ({ atMs: n * 1000, code: 'sign-in-wrong', sentence: { vi: 'Sai.', en: 'Wrong.' } }))),
    )
    expect(one?.text.vi).toBe('Màn hình báo 3 lần từ 07:00: “Sai.”')
  })
})

describe('the headline', () => {
  it('is one obstacle and one next step, whatever stands in the tables', () => {
    fc.assert(
      fc.property(standing, fc.array(fact, { maxLength: 20 }), (now, facts) => {
        const { obstacle, nextStep, code } = decideHeadline(now, facts)
        for (const words of [obstacle.vi, obstacle.en, nextStep.vi, nextStep.en]) expect(words.length).toBeGreaterThan(10)
        if (now.account === 'held') expect(code).toBe('account-held')
        if (now.account === 'stopped') expect(code).toBe('account-stopped')
      }),
    )
  })
  it.each<[string, Partial<StoryStanding>, StoryFact[]]>([
    ['nothing', {}, []],
    ['account-held', { account: 'held', stopAtMs: 1 }, []],
    ['password-ran-out', { account: 'pending-first-sign-in', firstPasswordEndsMs: 1 }, []],
    ['registration-late', { account: null, registration: { state: 'awaiting-visit', dueOn: '2026-11-19', graceEndsOn: '2026-11-24' } }, []],
    [
      'registration-awaiting-visit',
      { account: null, registration: { state: 'awaiting-visit', dueOn: '2026-11-20', graceEndsOn: '2026-11-25' } },
      [],
    ],
    [
      'many-tries',
      {},
      foldRefusals([1, 2, 3].map((n) => ({ atMs: quiet.nowMs - n, code: 'sign-in-wrong', sentence: { vi: '', en: '' } }))),
    ],
    ['last-refusal', {}, foldRefusals([{ atMs: quiet.nowMs - 1, code: 'too-many', sentence: { vi: '', en: '' } }])],
    ['nothing', {}, foldRefusals([{ atMs: quiet.nowMs - 90_000_000, code: 'too-many', sentence: { vi: '', en: '' } }])],
  ])('says %s', (code, changed, facts) => expect(decideHeadline({ ...quiet, ...changed }, facts).code).toBe(code))
})
