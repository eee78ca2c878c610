import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addMonths,
  compareMonths,
  CONTRIBUTION_RATES,
  countMonths,
  describeGap,
  describeOverlap,
  explainLate,
  findContributionRate,
  findGaps,
  findLatePart,
  findOverlaps,
  findPaidPart,
  INSURANCE_BRANCHES,
  LATE_BRANCHES,
  lengthOf,
  listLateSpans,
  listParticipationNotices,
  listParticipationYears,
  listWageParts,
  type RecordedSpell,
  shareVnd,
  sumBranchTotals,
} from './index.ts'

type Spell = RecordedSpell & { scheme: 'compulsory' | 'voluntary'; contributorySalaryVnd: number | null; wageRegions: readonly never[] }

const spell = (fromMonth: string, toMonth: string | null, more: Partial<Spell> = {}): Spell => ({
  fromMonth,
  toMonth,
  employerName: 'Công ty A',
  lateMonths: 0,
  scheme: 'compulsory',
  contributorySalaryVnd: 8_000_000,
  wageRegions: [],
  ...more,
})
const THROUGH = '2026-11'

const anyMonth = fc.integer({ min: 0, max: 83 }).map((months) => addMonths('2020-01', months))
const anySpell = fc
  .tuple(anyMonth, fc.integer({ min: 0, max: 30 }), fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.constantFrom('Công ty A', 'Công ty B'))
  .map(([from, length, open, lateMonths, employerName]) => spell(from, open ? null : addMonths(from, length), { lateMonths, employerName }))
const anySpells = fc.array(anySpell, { maxLength: 5 })

/** The slow way: every month on one's fingers. */
const monthsOf = (one: { fromMonth: string; toMonth: string | null }, through = THROUGH): string[] => {
  const months: string[] = []
  for (let at = one.fromMonth; at <= (one.toMonth ?? through) && at <= through; at = addMonths(at, 1)) months.push(at)
  return months
}

describe('late months', () => {
  it('are the last ones of a spell, and none that another employer has paid', () => {
    const spells = [spell('2026-01', null, { lateMonths: 3 }), spell('2026-10', '2026-10', { employerName: 'Công ty B' })]
    expect(findPaidPart(spells[0] ?? spell('2026-01', null), THROUGH)).toEqual({ fromMonth: '2026-01', toMonth: '2026-08' })
    expect(findLatePart(spells[0] ?? spell('2026-01', null), THROUGH)).toEqual({ fromMonth: '2026-09', toMonth: '2026-11' })
    expect(listLateSpans(spells, THROUGH)).toEqual([
      { fromMonth: '2026-09', toMonth: '2026-09' },
      { fromMonth: '2026-11', toMonth: '2026-11' },
    ])
    expect(sumBranchTotals(spells, THROUGH)).toMatchObject({ totalMonths: 11, lateMonths: 2 })
  })
  it('are shown in red on two tabs only', () => {
    expect(LATE_BRANCHES).toEqual(['social', 'unemployment'])
  })
  it('equal a count on one’s fingers for any spells', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const all = new Set(spells.flatMap((one) => monthsOf(one)))
        const paid = new Set(
          spells.flatMap((one) => {
            const months = monthsOf(one)
            return months.slice(0, Math.max(0, months.length - one.lateMonths))
          }),
        )
        const totals = sumBranchTotals(spells, THROUGH)
        const late = [...all].filter((month) => !paid.has(month)).toSorted()
        expect(totals.lateSpans.flatMap((span) => monthsOf(span))).toEqual(late)
        expect([totals.totalMonths, totals.lateMonths]).toEqual([all.size, late.length])
      }),
      { numRuns: 1500 },
    )
  })
  it('of a spell and its paid part together are the spell', () => {
    fc.assert(
      fc.property(anySpell, (one) => {
        const [paid, late] = [findPaidPart(one, THROUGH), findLatePart(one, THROUGH)]
        const months = [...(paid === null ? [] : monthsOf(paid)), ...(late === null ? [] : monthsOf(late))]
        expect(months).toEqual(monthsOf(one))
      }),
    )
  })
  it('are explained: how many, what it means, what to do', () => {
    const notice = explainLate([
      { fromMonth: '2026-08', toMonth: '2026-09' },
      { fromMonth: '2026-11', toMonth: '2026-11' },
    ])
    expect(notice.title.vi).toBe('3 tháng đơn vị chưa đóng: từ 08/2026 đến 09/2026; tháng 11/2026')
    expect(notice.title.en).toBe('3 months not paid by the employer yet: Aug 2026 to Sep 2026; Nov 2026')
    expect(notice.means.vi).toContain('không phải lỗi của bạn')
    expect(notice.todo.vi).toContain('phiếu lương')
  })
})

describe('gaps and overlaps', () => {
  it('of any spells agree with the count: gaps are what is missing, overlaps are what is there twice', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const overlaps = findOverlaps(spells, THROUGH)
        const twice = new Set(
          spells.flatMap((one, at) =>
            spells.slice(at + 1).flatMap((other) => monthsOf(one).filter((month) => monthsOf(other).includes(month))),
          ),
        )
        expect(new Set(overlaps.flatMap((span) => monthsOf(span)))).toEqual(twice)
        const gaps = findGaps(spells, THROUGH).reduce((sum, gap) => sum + lengthOf(gap), 0)
        const first = spells
          .map((one) => one.fromMonth)
          .filter((month) => month <= THROUGH)
          .toSorted(compareMonths)[0]
        expect(gaps + countMonths(spells, THROUGH)).toBe(first === undefined ? 0 : monthsOf({ fromMonth: first, toMonth: null }).length)
      }),
      { numRuns: 500 },
    )
  })
  it('are named as sentences', () => {
    expect(describeGap('social', { fromMonth: '2021-04', toMonth: '2021-06' }, THROUGH)).toEqual({
      vi: 'Từ 04/2021 đến 06/2021 (3 tháng) không có tháng đóng nào. Thời gian đã đóng trước đó vẫn được cộng dồn.',
      en: 'No contribution for Apr 2021 to Jun 2021 (3 months). What was paid before still counts.',
    })
    expect(describeGap('social', { fromMonth: '2026-10', toMonth: THROUGH }, THROUGH).vi).toContain('Từ 10/2026 đến nay (2 tháng)')
    expect(describeGap('social', { fromMonth: '2021-04', toMonth: '2021-04' }, THROUGH).vi).toContain('Tháng 04/2021 (1 tháng)')
    const [overlap] = findOverlaps([spell('2020-01', '2020-06'), spell('2020-05', null, { employerName: 'Công ty B' })], THROUGH)
    expect(overlap === undefined ? '' : describeOverlap(overlap).vi).toBe(
      'Từ 05/2020 đến 06/2020 (2 tháng) có hai nơi cùng ghi: Công ty A và Công ty B. Mỗi tháng chỉ tính một lần.',
    )
    const [double] = findOverlaps([spell('2020-01', '2020-06'), spell('2020-06', '2020-08')], THROUGH)
    expect(double === undefined ? '' : describeOverlap(double).vi).toContain('được ghi hai lần')
  })
  it('break the five years of health insurance only beyond three months', () => {
    expect(describeGap('health', { fromMonth: '2021-04', toMonth: '2021-06' }, THROUGH).vi).toContain('vẫn tính là liên tục')
    expect(describeGap('health', { fromMonth: '2021-03', toMonth: '2021-06' }, THROUGH).vi).toContain('tính lại từ đầu')
  })
})

describe('the years of a branch', () => {
  it('add up to its totals, empty years between included', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const years = listParticipationYears(spells, THROUGH)
        const totals = sumBranchTotals(spells, THROUGH)
        expect(years.reduce((sum, year) => sum + year.months, 0)).toBe(totals.totalMonths)
        expect(years.reduce((sum, year) => sum + year.lateMonths, 0)).toBe(totals.lateMonths)
        expect(years.map(({ year }, at) => year - at)).toEqual(years.map(() => years[0]?.year))
      }),
      { numRuns: 300 },
    )
  })
})

describe('an employer that has not paid', () => {
  it('is named from the second month on', () => {
    const notices = (lateMonths: number) => listParticipationNotices('social', [spell('2026-01', null, { lateMonths })], THROUGH)
    expect(notices(1)).toEqual([])
    expect(notices(2)[0]?.title.vi).toBe('Công ty A chưa đóng cho bạn 2 tháng')
    expect(listParticipationNotices('employment-injury', [spell('2026-01', null, { lateMonths: 4 })], THROUGH)).toEqual([])
  })
})

describe('a month in detail', () => {
  it('has one rate for each branch and scheme, dated and with its source', () => {
    const month = fc.integer({ min: 0, max: 140 }).map((months) => addMonths('2015-01', months))
    fc.assert(
      fc.property(month, fc.constantFrom(...INSURANCE_BRANCHES), (at, branch) => {
        const holding = CONTRIBUTION_RATES.filter(
          (rate) =>
            rate.branch === branch && rate.scheme === 'compulsory' && rate.fromMonth <= at && (rate.toMonth === null || at <= rate.toMonth),
        )
        expect(holding.length).toBeLessThanOrEqual(1)
        expect(findContributionRate({ branch, scheme: 'compulsory' }, at)).toBe(holding[0] ?? null)
      }),
    )
    expect(findContributionRate({ branch: 'social', scheme: 'compulsory' }, '2026-11')).toMatchObject({
      employeePercent: 8,
      employerPercent: 17,
    })
    expect(findContributionRate({ branch: 'unemployment', scheme: 'compulsory' }, '2022-01')).toMatchObject({ employerPercent: 0 })
    expect(findContributionRate({ branch: 'social', scheme: 'compulsory' }, '2005-01')).toBeNull()
    expect(shareVnd(5_310_001, 1.5)).toBe(79_650)
  })
  it('names the parts of the wage in the order of the form and leaves out what is nothing or has no name', () => {
    expect(
      listWageParts({ supplementsVnd: 1, baseVnd: 5_310_000, wageAllowanceVnd: 0, unheardOf: 7 }).map(({ part, label }) => [
        part,
        label.vi,
      ]),
    ).toEqual([
      ['baseVnd', 'Mức lương'],
      ['supplementsVnd', 'Các khoản bổ sung'],
    ])
  })
})
