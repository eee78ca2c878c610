import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../audit/index.ts'
import type { Transaction } from '../platform/transaction.ts'
import { endSpell, insertSpell, type SpellFacts } from './spell-record-queries.ts'

/** One person's spell that is no longer right, and what is recorded in its place (nothing: it never was). */
export type SpellRecord = {
  actor: Actor
  personId: number
  endedSpellId: string
  spells: readonly SpellFacts[]
  /** Where this is known from, e.g. the number of the case. */
  source: string
  reasonCode: string | null
}

/** False, and nothing is written, when the spell does not stand (any more): somebody else was first. */
async function record(transaction: Transaction, kind: 'correction' | 'change', entry: SpellRecord): Promise<boolean> {
  const { actor, personId, endedSpellId, spells, source, reasonCode } = entry
  const ended = await endSpell(transaction, { personId, spellId: endedSpellId, kind: spells.length === 0 ? 'withdrawal' : kind, source })
  if (!ended) return false
  for (const spell of spells) await insertSpell(transaction, personId, spell, source)
  await recordAudit(transaction, {
    actor,
    action: `participation-${kind}-recorded`,
    personId,
    reasonCode,
    details: { endedSpellId, recorded: spells.length },
  })
  return true
}

/** Something else is said about the same time: the old record ends as a correction, with the new one and the audit line in one transaction. */
export const recordCorrection = (transaction: Transaction, entry: SpellRecord): Promise<boolean> => record(transaction, 'correction', entry)

/** Another time begins (a raise, a new job): the old record ends as a change. */
export const recordChange = (transaction: Transaction, entry: SpellRecord): Promise<boolean> => record(transaction, 'change', entry)
