import { tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { listCardDates } from './card-date-queries.ts'
import { tellAll } from './tell-all.ts'

const DAYS_AHEAD = 30

/** Daily: a card ends within 30 days, or the next one is there; once per card. Answers how many were told. */
export function tellCardDates(platform: Platform): Promise<number> {
  return tellAll(
    platform,
    (limit) => listCardDates(platform.sql, DAYS_AHEAD, limit),
    async (transaction, { cardId, what, on, ...reach }) =>
      tellPerson(platform, transaction, reach, {
        key: `card-${what}/${cardId}`,
        content: what === 'ends' ? { event: 'card-ends', validTo: on } : { event: 'card-next', validFrom: on },
      }),
  )
}
