import { hash, randomBytes } from 'node:crypto'

import type postgres from 'postgres'

/** The cookie's name in a browser (RFC 6265bis prefix: host only, secure). */
const SESSION_COOKIE = '__Host-ansinh-session'

/** So many persons who hold a card today. */
export async function listCardHolders(owner: postgres.Sql, count: number): Promise<string[]> {
  const persons = await owner<{ personId: string }[]>`
    SELECT DISTINCT person_id AS "personId" FROM health_cards
    WHERE valid_from <= ansinh_today() AND (valid_to IS NULL OR valid_to >= ansinh_today()) ORDER BY 1 LIMIT ${count}`
  if (persons.length < count) throw new Error(`only ${persons.length} persons hold a card today`)
  return persons.map(({ personId }) => personId)
}

/**
 * Living sessions for persons who hold a card today, written as the owner: the sign-in itself is not what is measured.
 * @returns one Cookie header per person
 */
export async function makeSignedInPersons(owner: postgres.Sql, count: number): Promise<string[]> {
  return signInPersons(owner, await listCardHolders(owner, count))
}

/** Living sessions for these persons; one Cookie header each, in their order. */
export async function signInPersons(owner: postgres.Sql, personIds: readonly (string | number)[]): Promise<string[]> {
  const made = personIds.map((personId) => ({ personId: String(personId), secret: randomBytes(32).toString('base64url') }))
  await owner`
    INSERT INTO accounts (person_id, state, phone) SELECT id, 'active', '+84950000000' FROM unnest(${made.map((row) => row.personId)}::bigint[]) AS t(id)
    ON CONFLICT (person_id) DO UPDATE SET state = 'active', held_until = NULL, next_takes_effect_at = NULL, next_phone = NULL`
  await owner`
    INSERT INTO sessions (person_id, session_hash, created_at, last_seen_at, expires_at)
    SELECT id, decode(hash, 'hex'), ansinh_now(), ansinh_now(), ansinh_now() + interval '12 hours'
    FROM unnest(${made.map((row) => row.personId)}::bigint[], ${made.map((row) => hash('sha256', row.secret))}::text[]) AS t(id, hash)`
  return made.map(({ personId, secret }) => `${SESSION_COOKIE}=${Number(personId).toString(36)}.${secret}`)
}
