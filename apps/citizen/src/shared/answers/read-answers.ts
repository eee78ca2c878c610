import type { Answers } from '@an-sinh/contract'
import { normaliseText, PHOTO_KINDS } from '@an-sinh/domain'
import type { Draft } from '../draft/draft.ts'
import type { StepName } from '../steps/steps.ts'
import { readEmail } from './read-contact.ts'
import { readIdentity } from './read-identity.ts'

/**
 * The whole draft → the answers to send, or the steps that are not answered well yet. `today` is Viet Nam's civil date.
 */
export const readAnswers = (draft: Draft, today: string): { readonly answers: Answers } | { readonly open: readonly StepName[] } => {
  const { fields } = draft
  const identity = readIdentity(fields, today)
  const email = readEmail(fields.email)
  const { provinceCode, wardCode, officeId, officeChoice } = fields
  const open: StepName[] = []
  if (!identity.ok) open.push('identity')
  if (draft.privacyVersion === null) open.push('privacy')
  if (draft.provedPhone === null || email === undefined) open.push('phone')
  if (provinceCode === null || wardCode === null) open.push('address')
  if (officeId === null || officeChoice === null) open.push('office')
  if (PHOTO_KINDS.some((kind) => draft.photos[kind] === undefined || draft.photos[kind].state === 'refused')) open.push('photos')
  if (!identity.ok || email === undefined || provinceCode === null || wardCode === null || officeId === null || officeChoice === null)
    return { open }
  if (open.length > 0) return { open }
  return {
    answers: {
      ...identity.identity,
      email,
      provinceCode,
      wardCode,
      street: normaliseText(fields.street),
      oldAddress: fields.oldAddress,
      officeId,
      officeChoice,
      employerMayPrint: fields.employerMayPrint,
    },
  }
}
