import { type CivilDate, type DataArea, MANDATE_RULE } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type NewOffer = {
  /** Who gives. */
  personId: number
  offerId: string
  readerPersonId: number | null
  readerNumber: string
  areas: readonly DataArea[]
  lastOn: CivilDate
}
export type OfferRow = NewOffer & {
  offeredAt: Date
  /** The last day to answer. */
  answerBy: CivilDate
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'
}
export type OfferAnswer = 'accepted' | 'declined' | 'withdrawn'

const answerBy = (sql: Queryable) =>
  sql`least((o.offered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + ${MANDATE_RULE.answerDays}::integer, o.last_on)`

const select = (sql: Queryable) => sql`
  SELECT o.person_id AS "personId", o.offer_id AS "offerId", o.reader_person_id AS "readerPersonId", o.reader_number AS "readerNumber", o.areas,
    o.last_on AS "lastOn", o.offered_at AS "offeredAt", ${answerBy(sql)} AS "answerBy",
    coalesce(a.kind, CASE WHEN ${answerBy(sql)} < ansinh_today() THEN 'lapsed' ELSE 'waiting' END) AS state
  FROM mandate_offers o LEFT JOIN mandate_offer_answers a ON a.person_id = o.person_id AND a.offer_id = o.offer_id`

export async function findOffer(sql: Queryable, giverPersonId: number, offerId: string): Promise<OfferRow | null> {
  const [row] = await sql<OfferRow[]>`${select(sql)} WHERE o.person_id = ${giverPersonId} AND o.offer_id = ${offerId}`
  return row ?? null
}

/** Newest first. */
export async function listOffersOf(sql: Queryable, giverPersonId: number): Promise<OfferRow[]> {
  return [...(await sql<OfferRow[]>`${select(sql)} WHERE o.person_id = ${giverPersonId} ORDER BY o.offered_at DESC, o.offer_id LIMIT 50`)]
}

/** Whose offers were made to this person. */
export async function listGivers(sql: Queryable, readerPersonId: number): Promise<{ giverPersonId: number; offerId: string }[]> {
  return sql<{ giverPersonId: number; offerId: string }[]>`
    SELECT giver_person_id AS "giverPersonId", offer_id AS "offerId" FROM mandate_offer_receivers WHERE person_id = ${readerPersonId} LIMIT 100`
}

export async function findGiver(sql: Queryable, readerPersonId: number, offerId: string): Promise<number | null> {
  const [row] = await sql<{ giverPersonId: number }[]>`
    SELECT giver_person_id AS "giverPersonId" FROM mandate_offer_receivers WHERE person_id = ${readerPersonId} AND offer_id = ${offerId}`
  return row?.giverPersonId ?? null
}

/** False when the id is there already. */
export async function insertOffer(sql: Queryable, one: NewOffer): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO mandate_offers (person_id, offer_id, reader_person_id, reader_number, areas, last_on)
    VALUES (${one.personId}, ${one.offerId}, ${one.readerPersonId}, ${one.readerNumber}, ${[...one.areas]}::text[], ${one.lastOn})
    ON CONFLICT DO NOTHING`
  if (count === 1 && one.readerPersonId !== null)
    await sql`
      INSERT INTO mandate_offer_receivers (person_id, offer_id, giver_person_id) VALUES (${one.readerPersonId}, ${one.offerId}, ${one.personId})
      ON CONFLICT DO NOTHING`
  return count === 1
}

/** One statement decides: false when it was answered before or its time is over. */
export async function answerOffer(sql: Queryable, giverPersonId: number, offerId: string, kind: OfferAnswer): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO mandate_offer_answers (person_id, offer_id, kind)
    SELECT o.person_id, o.offer_id, ${kind} FROM mandate_offers o
    WHERE o.person_id = ${giverPersonId} AND o.offer_id = ${offerId} AND ${answerBy(sql)} >= ansinh_today()
    ON CONFLICT DO NOTHING`
  return count === 1
}

export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}
