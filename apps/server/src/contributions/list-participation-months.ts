import { listParticipationMonthsRoute, type ParticipationMonth } from '@an-sinh/contract'
import {
  addMonths,
  type CivilMonth,
  compareMonths,
  findContributionRate,
  findLatePart,
  findMinimumAbove,
  findWageRegion,
  LATE_BRANCHES,
  listWageParts,
  shareVnd,
} from '@an-sinh/domain'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireSubject } from '../representations/index.ts'
import type { HistorySpellRow } from './history-queries.ts'
import { readKnownHistory } from './read-known-history.ts'

type Entry = ParticipationMonth['entries'][number]

const covers = (span: { fromMonth: CivilMonth; toMonth: CivilMonth | null } | null, month: CivilMonth): boolean =>
  span !== null && compareMonths(span.fromMonth, month) <= 0 && (span.toMonth === null || compareMonths(month, span.toMonth) <= 0)

/** Rate of the month and what it comes to; the money only where there is a salary to take it from. */
const toRate = ({ branch, scheme, contributorySalaryVnd: salaryVnd }: HistorySpellRow, month: CivilMonth): Entry['rate'] => {
  const rate = findContributionRate({ branch, scheme }, month)
  if (rate === null) return null
  const { employeePercent, employerPercent, source, standing } = rate
  const share = (percent: number): number | null => (salaryVnd === null ? null : shareVnd(salaryVnd, percent))
  return { employeePercent, employerPercent, employeeVnd: share(employeePercent), employerVnd: share(employerPercent), source, standing }
}

const toEntry = (spell: HistorySpellRow, month: CivilMonth, throughMonth: CivilMonth): Entry => {
  const region = findWageRegion(month, spell.wageRegions)?.region ?? null
  const minimum =
    spell.scheme === 'compulsory' && spell.branch !== 'health' ? findMinimumAbove(month, spell.contributorySalaryVnd, region) : null
  return {
    ...spell,
    wageParts: listWageParts(spell.wageParts),
    isLate: LATE_BRANCHES.includes(spell.branch) && covers(findLatePart(spell, throughMonth), month),
    belowMinimumVnd: minimum === null ? null : minimum.regionsVnd[((region ?? 4) - 1) as 0 | 1 | 2 | 3],
    rate: toRate(spell, month),
  }
}

const listMonths = (year: string, throughMonth: CivilMonth): CivilMonth[] =>
  Array.from({ length: 12 }, (_month, at) => addMonths(`${year}-12`, -at)).filter((month) => compareMonths(month, throughMonth) <= 0)

export function listParticipationMonths(server: Server, platform: Platform): void {
  addRoute(server, listParticipationMonthsRoute, async ({ query: { for: forId, branch, year, knownOn }, request }) => {
    const subject = await requireSubject(platform, request, forId, 'participation')
    if (subject.branches === 'health' && branch !== 'health') throw new Refusal('area-not-granted')
    const { spells, throughMonth } = await readKnownHistory(platform.sql, subject.personId, knownOn)
    const own = spells.filter((spell) => spell.branch === branch)
    const months = listMonths(year, throughMonth).map((month) => ({
      month,
      entries: own.filter((spell) => covers(spell, month)).map((spell) => toEntry(spell, month, throughMonth)),
    }))
    return { branch, year: Number(year), months }
  })
}
