import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ROLLOUT_STATE_NAMES } from '../rollouts/index.ts'
import { INVITATION_STATES, invitationBudgetOf, invitationStepOf, planSending } from './index.ts'

const candidate = fc.record({
  entryId: fc.uuid(),
  state: fc.constantFrom(...ROLLOUT_STATE_NAMES),
  hasAccount: fc.boolean(),
  recipient: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
  hasStopped: fc.boolean(),
  wasTold: fc.boolean(),
})

it('writes once to an address, to nobody who has an account, wants none or was told, and never beyond the budget; everybody else is counted', () => {
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), (candidates, left) => {
      const plan = planSending(candidates, (step) => (step === 'hand-in' ? 2 : 1), left)
      expect(plan.parts).toBeLessThanOrEqual(left)
      expect(new Set(plan.send.map(({ recipient }) => recipient)).size).toBe(plan.send.length)
      for (const { entryId } of plan.send) {
        const known = candidates.filter((one) => one.entryId === entryId)
        expect(known.some((one) => !one.hasAccount && !one.hasStopped && !one.wasTold && invitationStepOf(one.state) !== null)).toBe(true)
      }
      expect(plan.send.length + Object.values(plan.leftOut).reduce((sum, one) => sum + one, 0)).toBe(candidates.length)
    }),
  )
})

it('who may be told has a step to take', () => {
  for (const states of Object.values(INVITATION_STATES)) for (const state of states) expect(invitationStepOf(state)).not.toBeNull()
  for (const state of ['form-handed-in', 'approved', 'signed-in'] as const) expect(invitationStepOf(state)).toBeNull()
})

it('the budget grows with the people and is never nothing while a rule is in force', () => {
  expect(invitationBudgetOf('2026-11-26', 'sms', 3)).toBe(100)
  expect(invitationBudgetOf('2026-11-26', 'sms', 3000)).toBe(9000)
  expect(invitationBudgetOf('2026-11-26', 'email', 3000)).toBe(24_000)
  expect(invitationBudgetOf('2026-06-30', 'sms', 3000)).toBe(0)
})
