import type { Queryable } from '../platform/sql.ts'

export type PreparableRow = {
  entryId: string
  fullName: string
  department: string
  hasNumber: boolean
  hasNationalId: boolean
  draftId: string | null
  preparedAt: Date | null
  expiresAt: Date | null
  openedAt: Date | null
}
export type MadeDraftRow = { entryId: string; fullName: string; department: string; expiresAt: Date }
export type OpenedDraftRow = {
  draftId: string
  employerName: string
  fullName: string
  bornOn: string
  birthYearOnly: boolean
  sex: 'male' | 'female' | null
  insuranceNumber: string | null
  nationalId: string | null
  expiresAt: Date
  isFirst: boolean
}

/** Whom a draft may still help: on the roster today, and not further than the beginning. */
const mayRegister = (sql: Queryable) => sql`r.state IN ('not-started', 'needs-help') AND (r.left_on IS NULL OR r.left_on > ansinh_today())`

/** Runs with an employer's rights. */
export async function listPreparableOf(
  sql: Queryable,
  employerId: number,
  { typed, limit }: { typed: string; limit: number },
): Promise<PreparableRow[]> {
  return sql<PreparableRow[]>`
    SELECT r.entry_id AS "entryId", r.full_name AS "fullName", r.department, r.insurance_number IS NOT NULL AS "hasNumber", r.national_id IS NOT NULL AS "hasNationalId",
      d.draft_id AS "draftId", d.prepared_at AS "preparedAt", d.expires_at AS "expiresAt", d.opened_at AS "openedAt"
    FROM roster_entries r LEFT JOIN prepared_drafts d ON d.employer_id = r.employer_id AND d.entry_id = r.entry_id AND d.expires_at > ansinh_now()
    WHERE r.employer_id = ${employerId} AND ${mayRegister(sql)} AND (${typed} = '' OR position(fold_text(${typed}) IN r.name_folded) > 0 OR position(fold_text(${typed}) IN fold_text(r.department)) > 0)
    ORDER BY r.department, r.name_folded, r.entry_id LIMIT ${limit}`
}

/** Runs with an employer's rights. One draft a person: what was prepared before is gone. Answers whom it made one for. */
export async function replaceDrafts(
  sql: Queryable,
  { employerId, officerId, drafts }: { employerId: number; officerId: number; drafts: readonly { entryId: string; codeHash: Buffer }[] },
): Promise<MadeDraftRow[]> {
  const wanted = sql`unnest(${drafts.map(({ entryId }) => entryId)}::uuid[], ${drafts.map(({ codeHash }) => codeHash.toString('hex'))}::text[]) AS w (entry_id, code)`
  await sql`
    DELETE FROM prepared_drafts d USING roster_entries r, ${wanted}
    WHERE r.employer_id = ${employerId} AND r.entry_id = w.entry_id AND ${mayRegister(sql)} AND d.employer_id = r.employer_id AND d.entry_id = r.entry_id`
  return sql<MadeDraftRow[]>`
    WITH made AS (
      INSERT INTO prepared_drafts (employer_id, draft_id, entry_id, code_hash, full_name, born_on, birth_year_only, sex, insurance_number, national_id, prepared_by)
      SELECT r.employer_id, gen_random_uuid(), r.entry_id, decode(w.code, 'hex'), r.full_name, r.born_on, r.birth_year_only, r.sex, r.insurance_number, r.national_id, ${officerId}
      FROM ${wanted} JOIN roster_entries r ON r.employer_id = ${employerId} AND r.entry_id = w.entry_id WHERE ${mayRegister(sql)}
      RETURNING employer_id, entry_id, expires_at)
    SELECT made.entry_id AS "entryId", r.full_name AS "fullName", r.department, made.expires_at AS "expiresAt"
    FROM made JOIN roster_entries r USING (employer_id, entry_id) ORDER BY r.department, r.name_folded, made.entry_id`
}

/** Runs with an employer's rights. */
export async function deleteDraft(sql: Queryable, employerId: number, draftId: string): Promise<boolean> {
  const rows = await sql`DELETE FROM prepared_drafts WHERE employer_id = ${employerId} AND draft_id = ${draftId} RETURNING draft_id`
  return rows.length === 1
}

/** The first phone to open a draft keeps it; the same phone may open it again. Null: unknown code, run out, or another phone's. */
export async function claimDraft(sql: Queryable, codeHash: Buffer, phoneMark: Buffer): Promise<OpenedDraftRow | null> {
  const [row] = await sql<OpenedDraftRow[]>`
    WITH standing AS (
      SELECT employer_id, draft_id, phone_mark IS NULL AS is_first FROM prepared_drafts
      WHERE code_hash = ${codeHash} AND expires_at > ansinh_now() AND (phone_mark IS NULL OR phone_mark = ${phoneMark}) FOR UPDATE)
    UPDATE prepared_drafts d SET phone_mark = ${phoneMark}, opened_at = coalesce(d.opened_at, ansinh_now())
    FROM standing s JOIN employers e USING (employer_id) WHERE d.employer_id = s.employer_id AND d.draft_id = s.draft_id
    RETURNING d.draft_id AS "draftId", e.name AS "employerName", d.full_name AS "fullName", d.born_on AS "bornOn", d.birth_year_only AS "birthYearOnly", d.sex,
      d.insurance_number AS "insuranceNumber", d.national_id AS "nationalId", d.expires_at AS "expiresAt", s.is_first AS "isFirst"`
  return row ?? null
}

export async function isDraftCode(sql: Queryable, codeHash: Buffer): Promise<boolean> {
  const [row] = await sql<
    { there: boolean }[]
  >`SELECT EXISTS (SELECT FROM prepared_drafts WHERE code_hash = ${codeHash} AND expires_at > ansinh_now()) AS there`
  return row?.there === true
}

export async function deleteExpiredDrafts(sql: Queryable): Promise<number> {
  const rows = await sql`DELETE FROM prepared_drafts WHERE expires_at <= ansinh_now()`
  return rows.count
}

/** Where the successor laid one out too, its own holds. */
export async function moveDrafts(sql: Queryable, mergerId: string): Promise<void> {
  await sql`
    WITH free AS (
      SELECT DISTINCT ON (g.employer_id, g.entry_id) g.*, d.draft_id FROM roster_origins g JOIN prepared_drafts d ON d.employer_id = g.from_employer_id AND d.entry_id = g.from_entry_id
      WHERE g.merger_id = ${mergerId} AND NOT EXISTS (SELECT FROM prepared_drafts t WHERE t.employer_id = g.employer_id AND t.entry_id = g.entry_id)
      ORDER BY g.employer_id, g.entry_id, d.prepared_at DESC)
    UPDATE prepared_drafts d SET employer_id = f.employer_id, entry_id = f.entry_id FROM free f WHERE d.employer_id = f.from_employer_id AND d.draft_id = f.draft_id`
}
