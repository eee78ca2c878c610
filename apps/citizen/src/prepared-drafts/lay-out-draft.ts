import type { AnswerOf, openDraftRoute } from '@an-sinh/contract'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'

export type Prepared = AnswerOf<typeof openDraftRoute>

const birthOf = ({ bornOn, birthYearOnly }: Prepared): DraftFields['birth'] => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return birthYearOnly ? { day: '', month: '', year } : { day, month, year }
}

const isBlank = ({ fullName, nationalId, passportNumber, insuranceNumber }: DraftFields): boolean =>
  `${fullName}${nationalId}${passportNumber}${insuranceNumber}`.trim() === ''

/** May what the employer laid out go into this draft? Into one nobody's yet, or the same person's that is not sent; a family shares a phone. */
export const isDraftOf = ({ scope, submission, fields }: Draft, prepared: Prepared): boolean =>
  scope === 'own' &&
  submission === null &&
  (isBlank(fields) ||
    (prepared.nationalId !== null && fields.nationalId.trim() === prepared.nationalId) ||
    (prepared.insuranceNumber !== null && fields.insuranceNumber.trim() === prepared.insuranceNumber))

/** What the person typed stays as it is, whatever the employer wrote: only empty boxes are filled. */
export const layOut = (fields: DraftFields, prepared: Prepared): DraftFields => {
  const { day, month, year } = fields.birth
  const birthTyped = `${day}${month}${year}`.trim() !== ''
  const orElse = (typed: string, laid: string | null): string => (typed.trim() === '' ? (laid ?? '') : typed)
  return {
    ...fields,
    fullName: orElse(fields.fullName, prepared.fullName),
    nationalId: fields.paper === 'passport' ? fields.nationalId : orElse(fields.nationalId, prepared.nationalId),
    insuranceNumber: fields.insuranceNumberForgotten ? fields.insuranceNumber : orElse(fields.insuranceNumber, prepared.insuranceNumber),
    birth: birthTyped ? fields.birth : birthOf(prepared),
    birthYearOnly: birthTyped ? fields.birthYearOnly : prepared.birthYearOnly,
    sex: fields.sex ?? prepared.sex,
  }
}
