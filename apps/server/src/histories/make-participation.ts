import { addMonths, type CivilDate, type CivilMonth, compareMonths, type PartialDate } from '@an-sinh/domain'

import type { DemoEmployer, EmployersByGroup } from './make-employers.ts'
import { type DemoSpell, makeCareer } from './make-career.ts'
import type { Random } from './make-random.ts'
import type { Standing } from './make-standing.ts'

export type Insured = { bornOn: PartialDate; address: string | null; diedOn: CivilDate | null; standing: Standing }

const monthOfAge = (bornOn: PartialDate, years: number): CivilMonth => `${Number(bornOn.slice(0, 4)) + years}-${bornOn.slice(5, 7) || '07'}`

/** Health insurance that no employer pays: who pays stands where the employer's name would. */
const HEALTH_PAYER: Partial<Record<Standing, string>> = {
  voluntary: 'Hộ gia đình',
  household: 'Hộ gia đình',
  child: 'Ngân sách nhà nước đóng cho trẻ em dưới 6 tuổi',
  pupil: 'Nhà trường lập danh sách: Trường Hoa Mẫu',
  student: 'Nhà trường lập danh sách: Trường Đại học Ví Dụ',
  poor: 'Ngân sách nhà nước đóng cho hộ nghèo',
  merit: 'Ngân sách nhà nước đóng cho người có công',
  retired: 'Cơ quan bảo hiểm xã hội đóng cho người hưởng lương hưu',
}

const unpaidSpell = (spell: Pick<DemoSpell, 'branch' | 'scheme' | 'fromMonth' | 'employerName' | 'contributorySalaryVnd'>): DemoSpell => ({
  ...spell,
  toMonth: null,
  employerId: null,
  jobTitle: null,
  workplace: null,
  wageParts: {},
  lateMonths: 0,
})

const makeHealth = (random: Random, { bornOn, standing }: Insured, thisMonth: CivilMonth): DemoSpell[] => {
  const employerName = HEALTH_PAYER[standing]
  if (employerName === undefined) return []
  const earliest = standing === 'child' ? monthOfAge(bornOn, 0) : addMonths(thisMonth, -random.int(3, 140))
  const born = monthOfAge(bornOn, 0)
  const fromMonth = compareMonths(earliest, born) < 0 ? born : earliest
  return [unpaidSpell({ branch: 'health', scheme: 'compulsory', fromMonth, employerName, contributorySalaryVnd: null })]
}

type Worker = { started: CivilMonth; thisMonth: CivilMonth; employers: readonly DemoEmployer[] }

/** A second employer beside the first for some months: counted once, and named as an overlap. */
const makeSideJob = (random: Random, { started, thisMonth, employers }: Worker): DemoSpell[] => {
  const last = addMonths(thisMonth, -random.int(2, 60))
  const first = addMonths(last, -random.int(2, 14))
  if (compareMonths(first, started) < 0) return []
  return makeCareer(random, { from: first, until: last, thisMonth, employers }).filter(
    ({ branch }) => branch === 'social' || branch === 'employment-injury',
  )
}

/** Work that ended some years ago; nothing when it would have had to end before it began. */
const makeFormerWork = (random: Random, { started, thisMonth, employers }: Worker, ago: readonly [number, number]): DemoSpell[] => {
  const until = addMonths(thisMonth, -random.int(...ago))
  return compareMonths(started, until) > 0 ? [] : makeCareer(random, { from: started, until, thisMonth, employers })
}

const makeVoluntary = (random: Random, { thisMonth }: Worker): DemoSpell =>
  unpaidSpell({
    branch: 'social',
    scheme: 'voluntary',
    fromMonth: addMonths(thisMonth, -random.int(3, 36)),
    employerName: 'Tham gia tự nguyện qua tổ chức dịch vụ thu',
    contributorySalaryVnd: 1_500_000 + random.int(0, 12) * 250_000,
  })

const isPublic = (standing: Standing): boolean => standing === 'civil-servant' || standing === 'armed-forces'

const makeWork = (random: Random, { bornOn, standing }: Insured, thisMonth: CivilMonth, all: EmployersByGroup): DemoSpell[] => {
  const grownUp = monthOfAge(bornOn, random.int(18, 24))
  const lately = addMonths(thisMonth, -random.int(1, 8))
  const started = compareMonths(grownUp, lately) < 0 ? grownUp : lately
  const employers = all[isPublic(standing) ? 'HC' : 'DN']
  const worker = { started, thisMonth, employers }
  if (standing === 'employee' || isPublic(standing))
    return [
      ...makeCareer(random, { from: started, until: null, thisMonth, employers }),
      ...(standing === 'employee' && random.chance(0.08) ? makeSideJob(random, worker) : []),
    ]
  if (standing === 'retired')
    return makeCareer(random, { from: started, until: monthOfAge(bornOn, random.int(55, 60)), thisMonth, employers })
  if (standing === 'voluntary')
    return [...(random.chance(0.4) ? makeFormerWork(random, worker, [40, 90]) : []), makeVoluntary(random, worker)]
  return standing === 'household' && random.chance(0.2) ? makeFormerWork(random, worker, [6, 150]) : []
}

/** Nothing runs on after a death. */
const endWith = (diedOn: CivilDate | null, spells: DemoSpell[]): DemoSpell[] => {
  if (diedOn === null) return spells
  const last = diedOn.slice(0, 7)
  return spells
    .filter((spell) => compareMonths(spell.fromMonth, last) <= 0)
    .map((spell) => (spell.toMonth === null || compareMonths(spell.toMonth, last) > 0 ? { ...spell, toMonth: last, lateMonths: 0 } : spell))
}

/** All spells of one person over the four branches, true to the standing; `thisMonth` in Viet Nam. */
export function makeParticipation(random: Random, insured: Insured, thisMonth: CivilMonth, employers: EmployersByGroup): DemoSpell[] {
  return endWith(insured.diedOn, [...makeWork(random, insured, thisMonth, employers), ...makeHealth(random, insured, thisMonth)])
}
