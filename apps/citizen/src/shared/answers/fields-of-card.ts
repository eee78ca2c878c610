import type { IdCardFacts } from '@an-sinh/contract'
import type { DraftFields } from '../draft/draft.ts'

/** What the QR of an identity card says, as fields of the form; the person checks them. */
export const fieldsOfCard = ({ fullName, nationalId, bornOn, sex }: IdCardFacts): Partial<DraftFields> => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { paper: 'national-id', nationality: 'VN', fullName, nationalId, birth: { day, month, year }, birthYearOnly: month === '', sex }
}
