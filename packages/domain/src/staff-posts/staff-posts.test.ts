import { assert, boolean, constantFrom, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listGivenRoles, mayGivePost, STAFF_ROLES } from './index.ts'

const role = constantFrom(...STAFF_ROLES)
const side = record({ role: option(role), inView: boolean() })

describe('who gives posts', () => {
  it('nobody but an operator reaches beyond the own offices, or gives a role that reaches further than their own', () => {
    assert(
      property(constantFrom('supervisor' as const, 'province' as const), side, side, (by, now, next) => {
        for (const one of [now, next])
          if (one.role !== null && (!one.inView || !['clerk', 'supervisor'].includes(one.role)))
            expect(mayGivePost(by, now, next)).toBe(false)
      }),
    )
  })
  it('clerks and support give none; an operator every one', () => {
    assert(
      property(role, (given) => {
        const [now, next] = [
          { role: null, inView: true },
          { role: given, inView: true },
        ]
        expect(mayGivePost('clerk', now, next)).toBe(false)
        expect(mayGivePost('support', now, next)).toBe(false)
        expect(mayGivePost('operator', next, { role: null, inView: false })).toBe(true)
      }),
    )
    expect(listGivenRoles('operator')).toStrictEqual(STAFF_ROLES)
  })
})
