import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Difference } from '../differences/index.ts'
import { REGISTRATION_STATE_NAMES } from '../registrations/index.ts'
import { foldForSms } from '../text/index.ts'
import {
  CHECKLIST_ITEM_CODES,
  CHECKLIST_ITEMS,
  decideChecklist,
  decideDecision,
  DECISION_REASONS,
  DOCUMENT_KINDS,
  findDecisionReason,
  listDocumentKinds,
  readChecklistMarks,
  type ChecklistMarks,
  type DecisionFacts,
} from './index.ts'

const GOOD: ChecklistMarks = {
  'document-kind': 'cccd-chip',
  'original-seen': true,
  'face-matches': true,
  'signature-present': true,
  'data-matches': true,
}
const CASE: DecisionFacts = {
  decision: 'approve',
  state: 'received',
  by: 'clerk',
  staffId: 'clerk-1',
  timing: 'on-time',
  checklist: GOOD,
  todayOn: '2026-11-23',
  lockedByStaffId: 'clerk-1',
  ownCase: false,
  differences: [],
}
const difference = (severity: Difference['severity']): Difference => ({
  field: 'fullName',
  verdict: 'different',
  rule: 'name-different',
  severity,
  declared: 'A',
  registered: 'B',
})

describe('the identity papers', () => {
  it('count the old people’s card until the last day of 2024 and no longer', () => {
    expect(listDocumentKinds('2024-12-31').map((kind) => kind.code)).toContain('cmnd')
    expect(listDocumentKinds('2025-01-01').map((kind) => kind.code)).toEqual(['can-cuoc', 'cccd-chip', 'cccd', 'passport'])
  })
  it('leave the passport to foreigners', () => {
    expect(listDocumentKinds('2026-11-23', false).map((kind) => kind.code)).toEqual(['can-cuoc', 'cccd-chip', 'cccd'])
    expect(listDocumentKinds('2026-11-23', true).map((kind) => kind.code)).toEqual(['passport'])
    expect(DOCUMENT_KINDS.every((kind) => kind.source.length > 10)).toBe(true)
  })
})

describe('the checklist', () => {
  it('has its five items, each with a sentence', () => {
    expect(CHECKLIST_ITEMS.map((item) => item.code)).toEqual([...CHECKLIST_ITEM_CODES])
  })
  it('passes only when each item is marked, and marked good', () => {
    expect(decideChecklist(GOOD)).toEqual({ complete: true, passed: true, missing: [], failed: [] })
    expect(decideChecklist({})).toMatchObject({ complete: false, passed: false, missing: CHECKLIST_ITEM_CODES })
    expect(decideChecklist({ ...GOOD, 'face-matches': null })).toMatchObject({ complete: false, missing: ['face-matches'] })
    expect(decideChecklist({ ...GOOD, 'signature-present': false })).toMatchObject({
      complete: true,
      passed: false,
      failed: ['signature-present'],
    })
  })
  it('fails a kind of paper that is not in force, or a Vietnamese passport', () => {
    const old: ChecklistMarks = { ...GOOD, 'document-kind': 'cmnd' }
    expect(decideChecklist(old, { on: '2026-11-23' }).failed).toEqual(['document-kind'])
    expect(decideChecklist(old, { on: '2024-06-01' }).passed).toBe(true)
    expect(decideChecklist({ ...GOOD, 'document-kind': 'passport' }, { on: '2026-11-23', foreigner: false }).passed).toBe(false)
    expect(decideChecklist({ ...GOOD, 'document-kind': 'passport' }, { on: '2026-11-23', foreigner: true }).passed).toBe(true)
  })
  it('is read from the codes that a desk sends, unknown ones dropped', () => {
    const ticked = ['original-seen', 'face-matches', 'signature-present', 'data-matches', 'document-kind', 'x']
    expect(readChecklistMarks('cccd-chip', ticked)).toEqual(GOOD)
    expect(decideChecklist(readChecklistMarks('library-card', ticked)).missing).toEqual(['document-kind'])
    expect(decideChecklist(readChecklistMarks('cccd-chip', [])).missing).toHaveLength(4)
  })
  it('passes for no other combination of marks, all 3⁴ tried', () => {
    const mark = [true, false, null] as const
    let passed = 0
    for (const seen of mark) {
      for (const face of mark) {
        for (const signature of mark) {
          for (const data of mark) {
            const marks = { ...GOOD, 'original-seen': seen, 'face-matches': face, 'signature-present': signature, 'data-matches': data }
            if (decideChecklist(marks).passed) passed += 1
          }
        }
      }
    }
    expect(passed).toBe(1)
  })
})

describe('the reasons of a decision', () => {
  it('each have a code of their own, a sentence for clerk and citizen and a next step, in both languages', () => {
    expect(new Set(DECISION_REASONS.map((reason) => reason.code)).size).toBe(DECISION_REASONS.length)
    for (const reason of DECISION_REASONS) {
      expect(reason.smsVi.length).toBeLessThanOrEqual(48)
      expect(foldForSms(reason.smsVi)).toBe(reason.smsVi)
      for (const key of ['clerkVi', 'clerkEn', 'citizenVi', 'citizenEn', 'nextStepVi', 'nextStepEn'] as const) {
        expect(reason[key].length).toBeGreaterThan(8)
      }
    }
  })
  it('never accuse the citizen', () => {
    expect(
      DECISION_REASONS.some((reason) => /giả|gian lận|không có thật|fraud|forg|invented/iu.test(reason.citizenVi + reason.citizenEn)),
    ).toBe(false)
  })
  it('are found by their code', () => {
    expect(findDecisionReason('unsigned')?.for).toBe('return')
    expect(findDecisionReason('because')).toBeNull()
  })
})

describe('a decision at the counter', () => {
  it('approves a clean case', () => expect(decideDecision(CASE)).toEqual({ ok: true, to: 'approved' }))
  it.each<[string, Partial<DecisionFacts>, string]>([
    ['one’s own case', { ownCase: true }, 'case-own'],
    ['a case that another holds', { lockedByStaffId: 'clerk-2' }, 'case-locked'],
    ['a case not yet received', { state: 'awaiting-visit' }, 'move-not-allowed'],
    ['a case already approved', { state: 'approved' }, 'move-not-allowed'],
    ['a form that came too late', { timing: 'expired' }, 'case-expired'],
    ['a return without a reason', { decision: 'return' }, 'reason-missing'],
    ['a return with an unknown reason', { decision: 'return', reasonCodes: ['because'] }, 'reason-unknown'],
    ['a refusal with a reason for returns', { decision: 'refuse', reasonCodes: ['unsigned'] }, 'reason-unknown'],
    ['one good reason beside an unknown one', { decision: 'return', reasonCodes: ['unsigned', 'because'] }, 'reason-unknown'],
    ['an incomplete checklist', { checklist: { ...GOOD, 'face-matches': null } }, 'checklist-incomplete'],
    ['a failed checklist', { checklist: { ...GOOD, 'face-matches': false } }, 'checklist-failed'],
    ['an old identity paper', { checklist: { ...GOOD, 'document-kind': 'cmnd' } }, 'checklist-failed'],
    ['another person’s name', { differences: [difference('block')] }, 'difference-blocks'],
    ['a second person due', { secondPersonDue: true }, 'second-person-due'],
    ['a second check by the same person', { state: 'checked', checkedByStaffId: 'clerk-1' }, 'second-person-same'],
    ['a second check by the same supervisor', { state: 'checked', by: 'supervisor', checkedByStaffId: 'clerk-1' }, 'second-person-same'],
    [
      'a risky case between two clerks',
      { state: 'checked', checkedByStaffId: 'clerk-2', checkedBy: 'clerk', risky: true },
      'second-person-senior',
    ],
  ])('is refused for %s', (_what, change, code) => expect(decideDecision({ ...CASE, ...change })).toMatchObject({ ok: false, code }))
  it('names the items and the differences that stand in the way', () => {
    expect(decideDecision({ ...CASE, checklist: { ...GOOD, 'face-matches': false } })).toMatchObject({ items: ['face-matches'] })
    expect(decideDecision({ ...CASE, differences: [difference('warn'), difference('block')] })).toMatchObject({
      differences: [{ severity: 'block' }],
    })
  })
  it('is one person’s to approve when no second check was made', () => {
    expect(decideDecision({ ...CASE, checkedByStaffId: 'clerk-1' }).ok).toBe(true)
    const checked = { ...CASE, state: 'checked', checkedByStaffId: 'clerk-2', checkedBy: 'clerk', secondPersonDue: true } as const
    expect(decideDecision(checked).ok).toBe(true)
    expect(decideDecision({ ...checked, by: 'supervisor', risky: true }).ok).toBe(true)
    expect(decideDecision({ ...checked, checkedBy: 'supervisor', risky: true }).ok).toBe(true)
  })
  it('asks a foreigner for a passport and nobody else', () => {
    const passport: ChecklistMarks = { ...GOOD, 'document-kind': 'passport' }
    expect(decideDecision({ ...CASE, checklist: passport, foreigner: true }).ok).toBe(true)
    expect(decideDecision({ ...CASE, checklist: passport, foreigner: false })).toMatchObject({ code: 'checklist-failed' })
  })
  it('may be taken in grace, with warnings, by nobody’s lock', () => {
    expect(decideDecision({ ...CASE, timing: 'in-grace', differences: [difference('warn')], lockedByStaffId: null }).ok).toBe(true)
  })
  it('lets a supervisor approve over a difference, never over the checklist', () => {
    expect(decideDecision({ ...CASE, by: 'supervisor', differences: [difference('block')] }).ok).toBe(true)
    expect(decideDecision({ ...CASE, by: 'supervisor', checklist: {} })).toMatchObject({ code: 'checklist-incomplete' })
  })
  it('returns and refuses with a reason of its kind, whatever the checklist', () => {
    expect(decideDecision({ ...CASE, decision: 'return', reasonCodes: ['unsigned'], checklist: {} })).toEqual({ ok: true, to: 'returned' })
    expect(decideDecision({ ...CASE, decision: 'refuse', reasonCodes: ['wrong-person'], checklist: {} })).toEqual({
      ok: true,
      to: 'refused',
    })
  })
  it('never approves without the whole checklist, an unheld or own lock, and a state at the desk', () => {
    const mark = fc.constantFrom(true, false, null, undefined)
    const marks = fc.record({
      'document-kind': fc.constantFrom('cccd-chip', 'cmnd', 'passport', null),
      'original-seen': mark,
      'face-matches': mark,
      'signature-present': mark,
      'data-matches': mark,
    }) as fc.Arbitrary<ChecklistMarks>
    const facts = fc.record({
      ...Object.fromEntries(Object.entries(CASE).map(([key, value]) => [key, fc.constant(value)])),
      state: fc.constantFrom(...REGISTRATION_STATE_NAMES),
      by: fc.constantFrom('clerk', 'supervisor'),
      timing: fc.constantFrom('on-time', 'in-grace', 'expired'),
      checklist: fc.oneof(marks, fc.constant(GOOD)),
      lockedByStaffId: fc.constantFrom('clerk-1', 'clerk-2', null),
      ownCase: fc.boolean(),
      secondPersonDue: fc.boolean(),
    }) as unknown as fc.Arbitrary<DecisionFacts>
    fc.assert(
      fc.property(facts, (any) => {
        if (!decideDecision(any).ok) return
        expect(decideChecklist(any.checklist, { on: any.todayOn }).passed).toBe(true)
        expect(any.ownCase || any.lockedByStaffId === 'clerk-2' || any.timing === 'expired').toBe(false)
        expect(['received', 'checked']).toContain(any.state)
        if (any.secondPersonDue === true) expect(any).toMatchObject({ state: 'checked' })
      }),
      { numRuns: 3000 },
    )
  })
})
