import { describe, expect, it } from 'vitest'
import { chooseDocumentKind, chosenPerson, cycleItem, EMPTY_DRAFT, isStale, markItem, rebaseDraft, toggleReason } from './case-draft.ts'
import { makeCase, makePerson } from '../shared/case-fixture.ts'

describe('what a clerk marks', () => {
  it('goes round by one key: good, not good, not marked', () => {
    const first = cycleItem(EMPTY_DRAFT, 3, 'face-matches')
    const second = cycleItem(first, 3, 'face-matches')
    const third = cycleItem(second, 3, 'face-matches')
    expect([first, second, third].map((draft) => draft.marks['face-matches'])).toEqual([true, false, undefined])
  })

  it('remembers the version it was made on, and notices a newer one', () => {
    const draft = markItem(chooseDocumentKind(EMPTY_DRAFT, 3, 'can-cuoc'), 4, 'signature-present', true)
    expect(draft.basedOnVersion).toBe(3)
    expect(isStale(draft, { version: 3 })).toBe(false)
    expect(isStale(draft, { version: 4 })).toBe(true)
    expect(isStale(rebaseDraft(draft, 4), { version: 4 })).toBe(false)
  })

  it('is never stale where nothing was marked', () => {
    expect(isStale(EMPTY_DRAFT, { version: 9 })).toBe(false)
    expect(rebaseDraft(EMPTY_DRAFT, 9)).toBe(EMPTY_DRAFT)
  })

  it('keeps the reasons of a return apart from those of a refusal', () => {
    const draft = toggleReason(toggleReason(EMPTY_DRAFT, 1, 'return', 'unsigned'), 1, 'refuse', 'wrong-person')
    expect(draft.reasons).toEqual({ return: ['unsigned'], refuse: ['wrong-person'] })
    expect(toggleReason(draft, 1, 'return', 'unsigned').reasons.return).toEqual([])
  })

  it('compares the only candidate at once, and nobody among several until one is chosen', () => {
    const one = makeCase({ persons: [makePerson({ personId: 7 })] })
    const two = makeCase({ persons: [makePerson({ personId: 7 }), makePerson({ personId: 8 })] })
    expect(chosenPerson(EMPTY_DRAFT, one)?.personId).toBe(7)
    expect(chosenPerson(EMPTY_DRAFT, two)).toBeNull()
    expect(chosenPerson({ ...EMPTY_DRAFT, personId: 8 }, two)?.personId).toBe(8)
  })
})
