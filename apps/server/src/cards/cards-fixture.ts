import type { HealthCardAnswer, HealthCardLine } from '@an-sinh/contract'

import type { TestPlatform } from '../platform/test-platform.ts'
import type { NewHealthCard } from './index.ts'

export type Answer = {
  fullName: string
  bornOn: string
  status: string
  card: HealthCardAnswer | null
  nextCard: HealthCardAnswer | null
  asOf: string
}
export type CardsAnswer = {
  current: HealthCardLine[]
  next: HealthCardLine[]
  past: HealthCardLine[]
  revoked: HealthCardLine[]
  fiveYears: { reachedOn: string; isReached: boolean; from: string } | null
  copayment: { totalVnd: number; ceilingVnd: number; exemptFrom: string | null; exemptTo: string | null; hasFiveYears: boolean } | null
}
/** A visit as the medical book keeps it, with what the person paid of it. */
export const addVisit = async (platform: TestPlatform, personId: number, dischargedOn: string, copaymentVnd: number): Promise<string> => {
  const [row] = await platform.sql<{ id: string }[]>`
    INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd, other_vnd,
      sums_agree, content_hash, source)
    VALUES (${personId}, gen_random_uuid(), '01929', gen_random_uuid()::text, 'qd4750', ${dischargedOn}::date, ${dischargedOn}::date, 0, 0, 0, ${copaymentVnd}, 0, 0, true, '', 'test')
    RETURNING visit_id AS id`
  return row?.id ?? ''
}
/** A card as most people have one, from a day to another. */
export const card = (validFrom: string, validTo: string | null, more: Partial<NewHealthCard> = {}): Omit<NewHealthCard, 'personId'> => ({
  healthCardNumber: '9900000301',
  legacyCardNumber: 'DN4019900000301',
  participantGroup: 'DN',
  coverageLevel: 4,
  registeredFacilityCode: '01929',
  areaCode: null,
  validFrom,
  validTo,
  continuousSince: '2024-01-01',
  issuedOn: validFrom,
  issuingOfficeId: 101,
  ...more,
})
