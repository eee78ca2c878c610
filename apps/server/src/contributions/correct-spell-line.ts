import { correctSpell } from '@an-sinh/domain'
import type { Actor } from '../platform/actor.ts'
import type { Transaction } from '../platform/transaction.ts'
import { recordCorrection } from './record-spells.ts'
import { findStandingSpell, type SpellFacts } from './spell-record-queries.ts'

/** `cells` null: the line is taken away. */
export type SpellLineCorrection = {
  actor: Actor
  personId: number
  lineId: string
  cells: Readonly<Record<string, string | null>> | null
  source: string
  reasonCode: string | null
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

/** What of the line's cells is written differently; another employer's name is no longer the employer of the code. */
const patchOf = (cells: Readonly<Record<string, string | null>>): Partial<SpellFacts> => ({
  ...(typeof cells['fromMonth'] === 'string' ? { fromMonth: cells['fromMonth'] } : {}),
  ...('toMonth' in cells ? { toMonth: cells['toMonth'] ?? null } : {}),
  ...(typeof cells['employerName'] === 'string' ? { employerName: cells['employerName'], employerCode: null } : {}),
  ...('jobTitle' in cells ? { jobTitle: cells['jobTitle'] ?? null } : {}),
  ...('workplace' in cells ? { workplace: cells['workplace'] ?? null } : {}),
  ...('contributorySalaryVnd' in cells ? { contributorySalaryVnd: numberOf(cells['contributorySalaryVnd'] ?? null), wageParts: {} } : {}),
  ...(typeof cells['lateMonths'] === 'string' ? { lateMonths: Number(cells['lateMonths']) } : {}),
})

/** The line of a request put right or taken away: a whole spell, or one month of it. False when it does not stand as it was shown. */
export async function correctSpellLine(transaction: Transaction, correction: SpellLineCorrection): Promise<boolean> {
  const { actor, personId, lineId, cells, source, reasonCode } = correction
  const [id = '', month = null] = lineId.split('.')
  const spell = await findStandingSpell(transaction, personId, id)
  if (spell === null || (month !== null && (month < spell.fromMonth || (spell.toMonth !== null && month > spell.toMonth)))) return false
  const { spellId, ...facts } = spell
  const spells = correctSpell(facts, month, cells === null ? null : patchOf(cells))
  return recordCorrection(transaction, { actor, personId, endedSpellId: spellId, spells, source, reasonCode })
}
