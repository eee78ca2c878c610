import type { Queryable } from '../platform/sql.ts'

export type PasskeyRow = {
  personId: number
  passkeyId: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  synced: boolean
  name: string
  madeAt: Date
  lastUsedAt: Date | null
}

const columns = (sql: Queryable) => sql`
  person_id AS "personId", passkey_id AS "passkeyId", credential_id AS "credentialId", public_key AS "publicKey", counter::float8 AS counter, synced, name,
  made_at AS "madeAt", last_used_at AS "lastUsedAt"`

export async function listPasskeyRows(sql: Queryable, personId: number): Promise<PasskeyRow[]> {
  return [
    ...(await sql<PasskeyRow[]>`SELECT ${columns(sql)} FROM passkeys WHERE person_id = ${personId} ORDER BY made_at DESC, passkey_id`),
  ]
}

/** By what the browser calls it. Two statements, so that the second touches one shard. */
export async function findPasskeyRow(sql: Queryable, credentialId: Buffer): Promise<PasskeyRow | null> {
  const [owner] = await sql<{ personId: number }[]>`
    SELECT person_id AS "personId" FROM passkey_credentials WHERE credential_id = ${credentialId}`
  if (owner === undefined) return null
  const [row] = await sql<PasskeyRow[]>`
    SELECT ${columns(sql)} FROM passkeys WHERE person_id = ${owner.personId} AND credential_id = ${credentialId}`
  return row ?? null
}

/** False when the credential is somebody's already. */
export async function insertPasskey(sql: Queryable, row: Omit<PasskeyRow, 'madeAt' | 'lastUsedAt'>): Promise<Date | null> {
  const { count } = await sql`
    INSERT INTO passkey_credentials (credential_id, person_id) VALUES (${row.credentialId}, ${row.personId}) ON CONFLICT DO NOTHING`
  if (count === 0) return null
  const [made] = await sql<{ madeAt: Date }[]>`
    INSERT INTO passkeys (person_id, passkey_id, credential_id, public_key, counter, synced, name)
    VALUES (${row.personId}, ${row.passkeyId}, ${row.credentialId}, ${row.publicKey}, ${row.counter}, ${row.synced}, ${row.name})
    RETURNING made_at AS "madeAt"`
  return made?.madeAt ?? null
}

/** The counter only goes up, unless the authenticator keeps none; false when somebody was quicker with a higher one, or it is gone. */
export async function markPasskeyUsed(sql: Queryable, row: PasskeyRow, now: { counter: number; synced: boolean }): Promise<boolean> {
  const rows = await sql`
    UPDATE passkeys SET counter = ${now.counter}, synced = ${now.synced}, last_used_at = ansinh_now()
    WHERE person_id = ${row.personId} AND passkey_id = ${row.passkeyId} AND (counter < ${now.counter} OR (counter = 0 AND ${now.counter} = 0))
    RETURNING passkey_id`
  return rows.length === 1
}

export async function renamePasskeyRow(sql: Queryable, personId: number, passkeyId: string, name: string): Promise<boolean> {
  const rows = await sql`
    UPDATE passkeys SET name = ${name} WHERE person_id = ${personId} AND passkey_id = ${passkeyId} RETURNING passkey_id`
  return rows.length === 1
}

export async function deletePasskey(sql: Queryable, personId: number, passkeyId: string): Promise<boolean> {
  const rows = await sql<{ credentialId: Buffer }[]>`
    DELETE FROM passkeys WHERE person_id = ${personId} AND passkey_id = ${passkeyId} RETURNING credential_id AS "credentialId"`
  for (const { credentialId } of rows) await sql`DELETE FROM passkey_credentials WHERE credential_id = ${credentialId}`
  return rows.length === 1
}

/** Whoever was inside may have laid one there: after a way back, and after “Không phải tôi”, none is left. Answers how many went. */
export async function deletePasskeys(sql: Queryable, personId: number): Promise<number> {
  await sql`DELETE FROM passkey_credentials WHERE person_id = ${personId}`
  return (await sql`DELETE FROM passkeys WHERE person_id = ${personId}`).count
}

/** Seconds since 1970 by the database's clock, `minutes` from now. */
export async function readChallengeEnd(sql: Queryable, minutes: number): Promise<number> {
  const [row] = await sql<{ end: number }[]>`
    SELECT extract(epoch FROM ansinh_now() + make_interval(mins => ${minutes}))::integer AS "end"`
  if (row === undefined) throw new Error('no clock')
  return row.end
}

/** To exactly one caller, before its end. */
export async function spendChallenge(sql: Queryable, challengeHash: Buffer, end: number): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO spent_challenges (challenge_hash) SELECT ${challengeHash} WHERE to_timestamp(${end}) > ansinh_now() ON CONFLICT DO NOTHING`
  return count === 1
}

/** Longer ago than any challenge lives. */
export async function deleteSpentChallenges(sql: Queryable): Promise<number> {
  return (await sql`DELETE FROM spent_challenges WHERE spent_at < ansinh_now() - interval '1 day'`).count
}
