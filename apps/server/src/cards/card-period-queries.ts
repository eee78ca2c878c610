import type { CivilDate, CoverageLevel } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type CardPeriodRow = { validFrom: CivilDate; validTo: CivilDate | null; coverageLevel: CoverageLevel; participantGroup: string }

/** When a person's standing cards are valid, for what is printed of them. */
export async function listCardPeriods(sql: Queryable, personId: number): Promise<CardPeriodRow[]> {
  return [
    ...(await sql<CardPeriodRow[]>`
      SELECT c.valid_from AS "validFrom", c.valid_to AS "validTo", c.coverage_level AS "coverageLevel", c.participant_group AS "participantGroup"
      FROM health_cards c
      WHERE c.person_id = ${personId}
        AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id)`),
  ]
}
