import type { RefusalCode } from '@an-sinh/contract'
import { ERROR_ID_RULE } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'

export type ErrorNote = {
  errorId: string
  heardMs: number
  operationId: string | null
  code: RefusalCode
  status: number
  tryAgainAt: Date | null
  surface: 'citizen' | 'office' | 'both'
  screen: string | null
  appVersion: string | null
  actorKind: string
  /** `person/12` or `registration/…`; never written as such. */
  subject: string | null
}
export type ErrorNoteRow = Omit<ErrorNote, 'heardMs' | 'subject'> & { notedAt: Date; subjectSealed: Buffer | null }

const TAG_BYTES = 16
const tagOf = (keyring: Keyring, subject: string): Buffer => keyring.hmac('error-note', subject).subarray(0, TAG_BYTES)
const hexOrNull = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null

export async function insertErrorNotes({ sql, keyring }: Pick<Platform, 'sql' | 'keyring'>, notes: readonly ErrorNote[]): Promise<void> {
  const rows = notes.map((note) => ({
    error_id: note.errorId,
    age_ms: Math.max(0, Date.now() - note.heardMs),
    operation_id: note.operationId,
    code: note.code,
    status: note.status,
    try_again_at: note.tryAgainAt?.toISOString() ?? null,
    surface: note.surface,
    screen: note.screen,
    app_version: note.appVersion,
    actor_kind: note.actorKind,
    tag: note.subject === null ? null : hexOrNull(tagOf(keyring, note.subject)),
    sealed: note.subject === null ? null : hexOrNull(keyring.encrypt('error-note', note.subject, note.errorId)),
  }))
  await sql`
    INSERT INTO error_notes (error_id, noted_at, operation_id, code, status, try_again_at, surface, screen, app_version, actor_kind, subject_tag, subject_sealed)
    SELECT n.error_id, ansinh_now() - make_interval(secs => n.age_ms / 1000.0), n.operation_id, n.code, n.status, n.try_again_at, n.surface, n.screen, n.app_version, n.actor_kind,
      decode(n.tag, 'hex'), decode(n.sealed, 'hex')
    FROM jsonb_to_recordset(${sql.json(rows)}) AS n (error_id text, age_ms integer, operation_id text, code text, status smallint, try_again_at timestamptz, surface text,
      screen text, app_version text, actor_kind text, tag text, sealed text)
    ON CONFLICT DO NOTHING`
}

/** The newest of this id: one id in some millions of millions comes twice. */
export async function findErrorNote(sql: Queryable, errorId: string): Promise<ErrorNoteRow | null> {
  const [row] = await sql<ErrorNoteRow[]>`
    SELECT error_id AS "errorId", noted_at AS "notedAt", operation_id AS "operationId", code, status, try_again_at AS "tryAgainAt", surface, screen, app_version AS "appVersion",
      actor_kind AS "actorKind", subject_sealed AS "subjectSealed"
    FROM error_notes WHERE error_id = ${errorId} AND noted_at > ansinh_now() - make_interval(days => ${ERROR_ID_RULE.keptDays}) ORDER BY noted_at DESC LIMIT 1`
  return row ?? null
}

/** Whom a note concerns: `person/12`, `registration/…`. Null when it leads to nobody, or was sealed under another key. */
export function openSubject({ keyring }: Pick<Platform, 'keyring'>, { errorId, subjectSealed }: ErrorNoteRow): string | null {
  if (subjectSealed === null) return null
  try {
    return keyring.decrypt('error-note', subjectSealed, errorId).toString('utf8')
  } catch {
    return null
  }
}

/** What these subjects were refused, newest first. */
export async function listRefusalsOf(
  { sql, keyring }: Pick<Platform, 'sql' | 'keyring'>,
  subjects: readonly string[],
  most: number,
): Promise<{ notedAt: Date; code: RefusalCode }[]> {
  const tags = subjects.map((subject) => tagOf(keyring, subject).toString('hex'))
  return [
    ...(await sql<{ notedAt: Date; code: RefusalCode }[]>`
      SELECT n.noted_at AS "notedAt", n.code FROM error_notes n
      WHERE n.subject_tag IN (SELECT decode(t.tag, 'hex') FROM unnest(${tags}::text[]) AS t (tag))
        AND n.noted_at > ansinh_now() - make_interval(days => ${ERROR_ID_RULE.keptDays})
      ORDER BY n.noted_at DESC LIMIT ${most}`),
  ]
}

/** Answers how many are gone. */
export async function deleteOldErrorNotes(sql: Queryable): Promise<number> {
  return (await sql`DELETE FROM error_notes WHERE noted_at < ansinh_now() - make_interval(days => ${ERROR_ID_RULE.keptDays})`).count
}
