import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIncident, INCIDENT_FEATURES, INCIDENT_KINDS, type IncidentSpan, isSilent, statusAt, statusDays } from './index.ts'

const NOW = Date.parse('2026-11-27T03:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const words = { vi: 'Tin nhắn mã đang chậm.', en: 'Codes by SMS are slow.' }
const trouble = {
  kind: 'disturbance',
  features: ['codes'],
  title: words,
  words,
  beginsAt: NOW - HOUR,
  expectedEndAt: null,
  now: NOW,
} as const

const anySpan: fc.Arbitrary<IncidentSpan> = fc
  .record({
    kind: fc.constantFrom(...INCIDENT_KINDS),
    features: fc.subarray([...INCIDENT_FEATURES]),
    begun: fc.integer({ min: -10 * DAY, max: 120 * DAY }),
    long: fc.option(fc.integer({ min: 0, max: 30 * DAY }), { nil: null }),
  })
  .map(({ kind, features, begun, long }) => ({ kind, features, beginsAt: NOW - begun, endedAt: long === null ? null : NOW - begun + long }))

describe('an incident', () => {
  it.each([
    ['a trouble that knows no end', {}, true],
    ['an end before the beginning', { expectedEndAt: NOW - 2 * HOUR }, false],
    ['an end that is the beginning', { expectedEndAt: NOW - HOUR }, false],
    ['a trouble foretold for tomorrow', { beginsAt: NOW + DAY }, false],
    ['begun a fortnight ago', { beginsAt: NOW - 14 * DAY }, false],
    ['planned work tomorrow until noon', { kind: 'planned-work', beginsAt: NOW + DAY, expectedEndAt: NOW + DAY + HOUR }, true],
    ['planned work without an end', { kind: 'planned-work', beginsAt: NOW + DAY }, false],
    ['half a year long', { expectedEndAt: NOW + 183 * DAY }, false],
    ['about nothing', { features: [] }, false],
    ['a warning of fraud, about nothing of ours', { kind: 'fraud-warning', features: [] }, true],
    ['in Vietnamese alone', { words: { vi: 'x', en: ' ' } }, false],
    ['no instant at all', { beginsAt: Number.NaN }, false],
  ] as const)('%s', (_name, change, ok) => expect(checkIncident({ ...trouble, ...change }).ok).toBe(ok))

  it('is silent after four hours, or when it should be over', () => {
    expect(isSilent({ saidAt: NOW - 5 * HOUR, expectedEndAt: null, now: NOW })).toBe(true)
    expect(isSilent({ saidAt: NOW - HOUR, expectedEndAt: NOW - 1, now: NOW })).toBe(true)
    expect(isSilent({ saidAt: NOW - HOUR, expectedEndAt: NOW + HOUR, now: NOW })).toBe(false)
  })
})

describe('the colour of a feature', () => {
  it('is red while an outage runs, also beside planned work, and never by a warning of fraud', () => {
    const span = (kind: IncidentSpan['kind']): IncidentSpan => ({ kind, features: ['card'], beginsAt: NOW - HOUR, endedAt: null })
    expect(statusAt([span('planned-work'), span('outage')], 'card', NOW)).toBe('red')
    expect(statusAt([span('planned-work'), span('fraud-warning')], 'card', NOW)).toBe('yellow')
    expect(statusAt([span('fraud-warning')], 'card', NOW)).toBe('green')
    expect(statusAt([span('outage')], 'sign-in', NOW)).toBe('green')
  })

  it('of today is at least as bad as of now, and 90 days are told whatever happened', () => {
    const rank = { green: 0, yellow: 1, red: 2 }
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 8 }), fc.constantFrom(...INCIDENT_FEATURES), (spans, feature) => {
        const days = statusDays(spans, feature, NOW)
        expect(days).toHaveLength(90)
        expect(rank[days.at(-1) ?? 'green']).toBeGreaterThanOrEqual(rank[statusAt(spans, feature, NOW)])
      }),
    )
  })

  it('of a day is not changed by what is about something else, or lies ahead', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 6 }), (spans) => {
        const own = spans.filter(({ features, beginsAt }) => features.includes('help') && beginsAt <= NOW)
        expect(statusDays(spans, 'help', NOW)).toStrictEqual(statusDays(own, 'help', NOW))
      }),
    )
  })
})
