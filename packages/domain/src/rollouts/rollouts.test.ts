import fc from 'fast-check'
import { expect, it } from 'vitest'
import { REGISTRATION_STATE_NAMES } from '../registrations/index.ts'
import { ROLLOUT_HELP, ROLLOUT_STATES, rolloutStateOf } from './index.ts'

const facts = fc.record({
  registration: fc.option(fc.constantFrom(...REGISTRATION_STATE_NAMES)),
  formPrinted: fc.boolean(),
  hasAccount: fc.boolean(),
  hasSignedIn: fc.boolean(),
})

it('names a reason exactly when somebody needs help', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const { state, helpReason } = rolloutStateOf(known)
      expect(helpReason !== null).toBe(state === 'needs-help')
    }),
  )
})

it('an account outweighs every registration', () => {
  fc.assert(
    fc.property(facts, (known) => {
      expect(rolloutStateOf({ ...known, hasAccount: true, hasSignedIn: false })).toEqual({ state: 'approved', helpReason: null })
      expect(rolloutStateOf({ ...known, hasSignedIn: true })).toEqual({ state: 'signed-in', helpReason: null })
    }),
  )
})

it('an employer cannot tell a refusal from a review, and reads no word of either', () => {
  const without = { formPrinted: true, hasAccount: false, hasSignedIn: false }
  expect(rolloutStateOf({ ...without, registration: 'refused' })).toEqual(rolloutStateOf({ ...without, registration: 'fraud-review' }))
  for (const { vi } of [...Object.values(ROLLOUT_STATES), ...Object.values(ROLLOUT_HELP)]) expect(vi).not.toMatch(/từ chối|gian lận|nghi/i)
})

it('walks the way of the letter in its order', () => {
  const steps = (['submitted', 'awaiting-visit', 'received', 'approved'] as const).map(
    (registration) =>
      rolloutStateOf({ registration, formPrinted: registration === 'awaiting-visit', hasAccount: false, hasSignedIn: false }).state,
  )
  expect(steps).toEqual(['registered', 'form-printed', 'form-handed-in', 'approved'])
})
