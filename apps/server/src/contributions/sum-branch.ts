import type { ParticipationBranch } from '@an-sinh/contract'
import { addMonths, type CivilMonth, compareMonths, countMonths, type InsuranceBranch } from '@an-sinh/domain'

import type { HistorySpellRow } from './history-queries.ts'

/** Employers pay in order: the months not paid yet are the last ones of a spell. */
const paidPartOf = (spell: HistorySpellRow, throughMonth: CivilMonth): { fromMonth: CivilMonth; toMonth: CivilMonth } | null => {
  const end = spell.toMonth === null || compareMonths(spell.toMonth, throughMonth) > 0 ? throughMonth : spell.toMonth
  const toMonth = addMonths(end, -spell.lateMonths)
  return compareMonths(spell.fromMonth, toMonth) > 0 ? null : { fromMonth: spell.fromMonth, toMonth }
}

/** One tab of the participation screen. Months of two employers count once; late = covered by no paid month of anybody. */
export function sumBranch(branch: InsuranceBranch, all: readonly HistorySpellRow[], throughMonth: CivilMonth): ParticipationBranch {
  const spells = all.filter((spell) => spell.branch === branch)
  const paid = spells.map((spell) => paidPartOf(spell, throughMonth)).filter((part) => part !== null)
  const totalMonths = countMonths(spells, throughMonth)
  return {
    branch,
    totalMonths,
    lateMonths: totalMonths - countMonths(paid, throughMonth),
    spells,
  }
}
