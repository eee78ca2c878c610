import { describe, expect, it } from 'vitest'

import { keptFor, keptInterval, PHOTO_KINDS, PHOTO_RULE, RETENTION_RULES } from './index.ts'

describe('what is kept', () => {
  it('has one rule in force per kind, with both sentences and a source', () => {
    const codes = RETENTION_RULES.filter((rule) => rule.validTo === null).map((rule) => rule.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(RETENTION_RULES.every((rule) => rule.what.vi !== '' && rule.what.en !== '' && rule.source.length > 20)).toBe(true)
  })
  it('is read by its code, and what has no duration of its own is no duration', () => {
    expect([keptFor('chat'), keptInterval('fraud-trace')]).toEqual([{ amount: 30, unit: 'day' }, '24 months'])
    expect(() => keptFor('portrait')).toThrow('portrait')
  })
  it('is kept as long as the privacy screen says', () => {
    const keeps = Object.fromEntries(RETENTION_RULES.map((rule) => [rule.code, rule.keep && `${rule.keep.amount} ${rule.keep.unit}`]))
    expect(keeps).toEqual({
      draft: '30 day',
      'fraud-trace': '24 month',
      chat: '30 day',
      'returned-registration': '90 day',
      'closed-registration': '90 day',
      'id-photo': '12 month',
      portrait: null,
      'birth-certificate': '90 day',
      'one-time-code': '24 hour',
      'message-text': '24 hour',
      'form01-scan': '10 year',
      audit: '12 month',
      notice: '24 month',
      statement: '60 month',
      'paper-code': '24 month',
      'data-export': '7 day',
      'roster-line': '12 month',
      'request-draft-photo': '7 day',
      'request-photo': '12 month',
      'ticket-photo': '90 day',
      'ticket-contact': '90 day',
    })
  })
})

describe('the photos', () => {
  it('are three, together below 600 kB, in pieces of at most 64 kB', () => {
    expect(PHOTO_KINDS.length * PHOTO_RULE.targetBytes).toBeLessThanOrEqual(600_000)
    expect(PHOTO_RULE.pieceBytes).toBeLessThanOrEqual(64 * 1024)
  })
})
