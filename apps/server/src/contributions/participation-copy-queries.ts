import { randomUUID } from 'node:crypto'

import { copyRows } from '../platform/copy-rows.ts'
import type { PersonRange } from '../platform/person-range.ts'
import type { Queryable } from '../platform/sql.ts'
import type { SpellRow } from './participation-queries.ts'

export type NewSpell = Omit<SpellRow, 'source'> & {
  personId: number
  /** Made where none is given. */
  spellId?: string
  employerId: number | null
  wageParts: Record<string, number>
}

/** Adds many spells at once; `source` stays with each of them. The table is append-only. */
export async function copyParticipation(sql: Queryable, spells: Iterable<NewSpell>, source: string): Promise<void> {
  function* rows() {
    for (const spell of spells)
      yield [
        spell.personId,
        spell.spellId ?? randomUUID(),
        spell.branch,
        spell.scheme,
        `${spell.fromMonth}-01`,
        spell.toMonth === null ? null : `${spell.toMonth}-01`,
        spell.employerId,
        spell.employerName,
        spell.jobTitle,
        spell.workplace,
        spell.contributorySalaryVnd,
        JSON.stringify(spell.wageParts),
        spell.lateMonths,
        source,
      ]
  }
  const statement = sql`COPY participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, employer_id, employer_name, job_title, workplace,
    contributory_salary_vnd, wage_parts, late_months, source) FROM STDIN`
  await copyRows(statement, rows())
}

/** The spells of synthetic people once more, for others; an id counts within its person, so each keeps its own. */
export async function multiplyParticipation(sql: Queryable, { fromId, toId, addId }: PersonRange): Promise<void> {
  await sql`
    INSERT INTO participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, employer_id, employer_name, job_title, workplace,
      contributory_salary_vnd, wage_parts, late_months, source)
    SELECT person_id + ${addId}::bigint, spell_id, branch, scheme, from_month, to_month, employer_id, employer_name, job_title, workplace,
      contributory_salary_vnd, wage_parts, late_months, source
    FROM participation_spells WHERE person_id BETWEEN ${fromId}::bigint AND ${toId}::bigint`
}
