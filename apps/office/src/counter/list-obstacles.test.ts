import { describe, expect, it } from 'vitest'
import { type CaseDraft, EMPTY_DRAFT } from './case-draft.ts'
import { makeCase, makePerson } from '../shared/case-fixture.ts'
import { listDeskObstacles, listObstacles } from './list-obstacles.ts'

const ALL_GOOD: CaseDraft = {
  ...EMPTY_DRAFT,
  basedOnVersion: 3,
  documentKind: 'can-cuoc',
  marks: { 'original-seen': true, 'face-matches': true, 'signature-present': true, 'data-matches': true },
}
const codes = (...asked: Parameters<typeof listObstacles>): string[] => listObstacles(...asked).map((obstacle) => obstacle.code)
const blocked = makePerson({
  differences: [{ field: 'fullName', verdict: 'different', rule: 'name-different', severity: 'block', declared: 'A', registered: 'B' }],
})

describe('what stands in the way of an approval', () => {
  it('is nothing for a received case with every item good', () => {
    expect(codes(makeCase(), ALL_GOOD, 'clerk')).toEqual([])
  })

  it('names every item not marked and every item not good, all at once', () => {
    const draft = { ...ALL_GOOD, documentKind: null, marks: { ...ALL_GOOD.marks, 'signature-present': false } }
    expect(listObstacles(makeCase(), draft, 'clerk')).toEqual([
      { code: 'missing', items: ['document-kind'] },
      { code: 'failed', items: ['signature-present'] },
    ])
  })

  it('is the paper before it was received, and the deadline after it has passed', () => {
    expect(codes(makeCase({ state: 'awaiting-visit' }), ALL_GOOD, 'clerk')).toEqual(['paper'])
    expect(codes(makeCase({ state: 'awaiting-visit', timing: 'in-grace' }), ALL_GOOD, 'clerk')).toEqual(['paper'])
    expect(codes(makeCase({ state: 'awaiting-visit', timing: 'expired' }), ALL_GOOD, 'clerk')).toEqual(['expired'])
    expect(codes(makeCase({ state: 'expired', timing: 'expired' }), ALL_GOOD, 'clerk')).toEqual(['expired'])
  })

  it('does not forget a paper received in time that is decided after the deadline', () => {
    expect(codes(makeCase({ timing: 'expired' }), ALL_GOOD, 'clerk')).toEqual([])
  })

  it('is a colleague who has the case open, not the clerk’s own lock', () => {
    const until = '2026-11-23T03:00:00Z'
    expect(listDeskObstacles(makeCase({ lock: { staffName: 'Trần Văn Quầy', mine: false, until } }))).toEqual([
      { code: 'locked', staffName: 'Trần Văn Quầy' },
    ])
    expect(listDeskObstacles(makeCase({ lock: { staffName: 'Tôi', mine: true, until } }))).toEqual([])
  })

  it('is a person dead, merged or not chosen', () => {
    expect(codes(makeCase({ persons: [makePerson({ died: true, merged: true })] }), ALL_GOOD, 'clerk')).toEqual(['dead', 'merged'])
    expect(codes(makeCase({ persons: [] }), ALL_GOOD, 'clerk')).toEqual(['person'])
  })

  it('is a blocking difference for a clerk, not for a supervisor', () => {
    expect(codes(makeCase({ persons: [blocked] }), ALL_GOOD, 'clerk')).toEqual(['difference'])
    expect(codes(makeCase({ persons: [blocked] }), ALL_GOOD, 'supervisor')).toEqual([])
  })

  it('is only the decision itself once the case is decided', () => {
    expect(codes(makeCase({ state: 'approved' }), EMPTY_DRAFT, 'clerk')).toEqual(['decided'])
    expect(codes(makeCase({ state: 'withdrawn' }), EMPTY_DRAFT, 'clerk')).toEqual(['state'])
  })
})
