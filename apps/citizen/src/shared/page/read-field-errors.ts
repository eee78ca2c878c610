import type { FieldError } from '@an-sinh/ui'
import { Failure } from '../api/failure.ts'

/** What the server has against a field, told at the field. */
export const readFieldErrors = (failure: unknown): readonly FieldError[] => {
  if (!(failure instanceof Failure) || failure.refusal === null) return []
  const { fields = [], sentence, nextStep } = failure.refusal
  return fields.map(({ field }) => ({ field, sentence: `${sentence} ${nextStep}` }))
}
