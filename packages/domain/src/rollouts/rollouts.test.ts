import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { REGISTRATION_STATE_NAMES } from '../registrations/index.ts'
import { ROLLOUT_HELP, ROLLOUT_STANDING_ORDER, ROLLOUT_STATES, ROLLOUT_TABLE, rolloutStateOf } from './index.ts'

const facts = fc.record({
  registration: fc.option(fc.constantFrom(...REGISTRATION_STATE_NAMES)),
  formPrinted: fc.boolean(),
  asksForHelp: fc.boolean(),
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
  const without = { formPrinted: true, asksForHelp: false, hasAccount: false, hasSignedIn: false }
  expect(rolloutStateOf({ ...without, registration: 'refused' })).toEqual(rolloutStateOf({ ...without, registration: 'fraud-review' }))
  for (const { vi } of [...Object.values(ROLLOUT_STATES), ...Object.values(ROLLOUT_HELP)]) expect(vi).not.toMatch(/từ chối|gian lận|nghi/i)
})

it('walks the way of the letter in its order', () => {
  const steps = (['submitted', 'awaiting-visit', 'received', 'approved'] as const).map(
    (registration) =>
      rolloutStateOf({
        registration,
        formPrinted: registration === 'awaiting-visit',
        asksForHelp: false,
        hasAccount: false,
        hasSignedIn: false,
      }).state,
  )
  expect(steps).toEqual(['registered', 'form-printed', 'form-handed-in', 'approved'])
})

it('help that was asked for shows until the paper is handed in, and hides nothing that the office asks for', () => {
  const asked = { formPrinted: true, asksForHelp: true, hasAccount: false, hasSignedIn: false }
  expect(rolloutStateOf({ ...asked, registration: 'awaiting-visit' }).helpReason).toBe('asked-by-employee')
  expect(rolloutStateOf({ ...asked, registration: 'received' }).state).toBe('form-handed-in')
  expect(rolloutStateOf({ ...asked, registration: 'returned' }).helpReason).toBe('supplement-needed')
})

it('the table answers every case as the function does', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const same = ROLLOUT_TABLE.filter((row) => Object.entries(known).every(([key, value]) => row[key as keyof typeof row] === value))
      expect(same).toEqual([{ ...known, ...rolloutStateOf(known) }])
    }),
  )
})

it('every state that says something of somebody has its place among several registrations, the others none', () => {
  const saying = REGISTRATION_STATE_NAMES.filter((state) => state !== 'draft' && state !== 'withdrawn')
  expect(ROLLOUT_STANDING_ORDER.toSorted()).toEqual(saying.toSorted())
})
