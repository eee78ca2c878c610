import type { Queryable } from '../platform/sql.ts'

type Session = { personId: number; sessionHash: Buffer }

/** Whether the session was begun, or its holder proved once more, within `minutes`. */
export async function isProvedWithin(sql: Queryable, { personId, sessionHash }: Session, minutes: number): Promise<boolean> {
  const rows = await sql`
    SELECT FROM sessions s LEFT JOIN step_ups u ON u.person_id = s.person_id AND u.session_hash = s.session_hash
    WHERE s.person_id = ${personId} AND s.session_hash = ${sessionHash}
      AND greatest(s.created_at, u.proved_at) > ansinh_now() - make_interval(mins => ${minutes})`
  return rows.length === 1
}

export async function markProved(sql: Queryable, { personId, sessionHash }: Session): Promise<void> {
  await sql`
    INSERT INTO step_ups (person_id, session_hash) VALUES (${personId}, ${sessionHash})
    ON CONFLICT (person_id, session_hash) DO UPDATE SET proved_at = ansinh_now()`
}

/** Answers how many. */
export async function deleteOutdatedStepUps(sql: Queryable): Promise<number> {
  return (await sql`DELETE FROM step_ups WHERE proved_at < ansinh_now() - interval '1 day'`).count
}
