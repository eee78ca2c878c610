import type { NoticeChoice } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export async function listChoices(sql: Queryable, personId: number): Promise<NoticeChoice[]> {
  return [...(await sql<NoticeChoice[]>`SELECT kind, channel, is_on AS "isOn" FROM notice_choices WHERE person_id = ${personId}`)]
}

export async function setChoice(sql: Queryable, personId: number, { kind, channel, isOn }: NoticeChoice): Promise<void> {
  await sql`
    INSERT INTO notice_choices (person_id, kind, channel, is_on) VALUES (${personId}, ${kind}, ${channel}, ${isOn})
    ON CONFLICT (person_id, kind, channel) DO UPDATE SET is_on = excluded.is_on, changed_at = ansinh_now()`
}
