import type { NoticeChoice, NoticeKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export async function listChoices(sql: Queryable, personId: number): Promise<NoticeChoice[]> {
  return [...(await sql<NoticeChoice[]>`SELECT kind, channel, is_on AS "isOn" FROM notice_choices WHERE person_id = ${personId}`)]
}

/** What many people switched of one kind. */
export async function listChoicesOf(
  sql: Queryable,
  personIds: readonly number[],
  kind: NoticeKind,
): Promise<ReadonlyMap<number, NoticeChoice[]>> {
  const rows = await sql<(NoticeChoice & { personId: number })[]>`
    SELECT person_id AS "personId", kind, channel, is_on AS "isOn" FROM notice_choices WHERE person_id = ANY(${[...personIds]}::bigint[]) AND kind = ${kind}`
  const choices = new Map<number, NoticeChoice[]>()
  for (const { personId, ...choice } of rows) choices.set(personId, [...(choices.get(personId) ?? []), choice])
  return choices
}

export async function setChoice(sql: Queryable, personId: number, { kind, channel, isOn }: NoticeChoice): Promise<void> {
  await sql`
    INSERT INTO notice_choices (person_id, kind, channel, is_on) VALUES (${personId}, ${kind}, ${channel}, ${isOn})
    ON CONFLICT (person_id, kind, channel) DO UPDATE SET is_on = excluded.is_on, changed_at = ansinh_now()`
}
