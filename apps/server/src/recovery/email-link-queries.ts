import type { Queryable } from '../platform/sql.ts'

/** A second link does not end the first: a stranger who asks must not spoil the one in the holder's mailbox. */
export async function insertEmailLink(sql: Queryable, link: { linkHash: Buffer; personId: number; minutes: number }): Promise<void> {
  await sql`
    INSERT INTO email_links (link_hash, person_id, expires_at)
    VALUES (${link.linkHash}, ${link.personId}, ansinh_now() + make_interval(mins => ${link.minutes}))`
}

/** Whose link this is, as long as it can be used. */
export async function findEmailLink(sql: Queryable, linkHash: Buffer): Promise<number | null> {
  const [row] = await sql<{ personId: number }[]>`
    SELECT person_id AS "personId" FROM email_links WHERE link_hash = ${linkHash} AND used_at IS NULL AND expires_at > ansinh_now()`
  return row?.personId ?? null
}

/** A new password was set, whichever way: no link sent before leads to another one. */
export async function useEmailLinks(sql: Queryable, personId: number): Promise<void> {
  await sql`UPDATE email_links SET used_at = ansinh_now() WHERE person_id = ${personId} AND used_at IS NULL`
}

/** A day after their end nobody asks for them. Answers how many went. */
export async function deleteOutdatedEmailLinks(sql: Queryable): Promise<number> {
  return (await sql`DELETE FROM email_links WHERE expires_at < ansinh_now() - interval '1 day'`).count
}
