import type { ParticipationBranch } from '@an-sinh/contract'
import {
  type CivilMonth,
  describeGap,
  describeOverlap,
  explainLate,
  findGaps,
  findLatePart,
  findOverlaps,
  type InsuranceBranch,
  LATE_BRANCHES,
  listParticipationNotices,
  listParticipationYears,
  listWageParts,
  sumBranchTotals,
} from '@an-sinh/domain'

import type { HistorySpellRow } from './history-queries.ts'

const toSpell = (spell: HistorySpellRow, throughMonth: CivilMonth): ParticipationBranch['spells'][number] => ({
  ...spell,
  wageParts: listWageParts(spell.wageParts),
  lateSpan: findLatePart(spell, throughMonth),
})

/** One tab of the participation screen: totals, spells, and everything that may be noticed about them in words. */
export function toBranchAnswer(branch: InsuranceBranch, all: readonly HistorySpellRow[], throughMonth: CivilMonth): ParticipationBranch {
  const spells = all.filter((spell) => spell.branch === branch)
  const { totalMonths, lateMonths, lateSpans } = sumBranchTotals(spells, throughMonth)
  return {
    branch,
    totalMonths,
    lateMonths,
    late: lateMonths > 0 && LATE_BRANCHES.includes(branch) ? explainLate(lateSpans) : null,
    notices: listParticipationNotices(branch, spells, throughMonth),
    spells: spells.map((spell) => toSpell(spell, throughMonth)),
    gaps: findGaps(spells, throughMonth).map((gap) => ({ ...gap, sentence: describeGap(branch, gap, throughMonth) })),
    overlaps: findOverlaps(spells, throughMonth).map((overlap) => ({ ...overlap, sentence: describeOverlap(overlap) })),
    years: listParticipationYears(spells, throughMonth),
  }
}
