import type { CivilDate } from '../calendar/index.ts'
import type { Bilingual } from '../values/index.ts'

/** Departments that answer. The letter names the first two; the others answer citizens, hospitals and clerks. */
export const DEPARTMENT_NAMES = ['collection', 'communication', 'benefits', 'health-insurance', 'it'] as const
export type Department = (typeof DEPARTMENT_NAMES)[number]
export const DEPARTMENTS: Record<Department, Bilingual> = {
  collection: { vi: 'Phòng Quản lý thu', en: 'Collection' },
  communication: { vi: 'Phòng Truyền thông và Phát triển người tham gia', en: 'Communication and participant development' },
  benefits: { vi: 'Phòng Chế độ BHXH', en: 'Benefits' },
  'health-insurance': { vi: 'Phòng Giám định BHYT', en: 'Health-insurance assessment' },
  it: { vi: 'Phòng Công nghệ thông tin', en: 'Information technology' },
}

export type AnswerRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** The office's working hours from the filing (or reopening, or forwarding) to the answer. */
  readonly workingHours: Readonly<Record<Department, number>>
  /** Of these categories fewer or more hours than their department takes. */
  readonly ofCategory: Readonly<Record<string, number>>
  /** Days after an answer within which the asker may say that it did not help. */
  readonly reopenDays: number
  readonly source: string
}

export const ANSWER_RULES: readonly AnswerRule[] = [
  {
    version: 'answer-1',
    effectiveFrom: '2020-11-25',
    workingHours: { collection: 16, communication: 8, benefits: 16, 'health-insurance': 16, it: 8 },
    ofCategory: { fraud: 4, 'system-fault': 4, 'card-refused': 4, service: 16 },
    reopenDays: 30,
    source:
      'Hà Nội Social Insurance, letter carrying out plan 4489/KH-BHXH of 25/11/2020 ("phản ánh về … để được kịp thời hỗ trợ": no term is told); hours: operator’s rule',
  },
]

/** The rule of the day on which the clock starts. */
export const findAnswerRule = (on: CivilDate): AnswerRule => {
  const rule = ANSWER_RULES.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? ANSWER_RULES[0]
  if (rule === undefined) throw new RangeError('no answer rule')
  return rule
}

/** The office's working hours that an answer about this may take. */
export const answerHoursOf = (
  rule: AnswerRule,
  { department, category }: { readonly department: Department; readonly category: string },
): number => rule.ofCategory[category] ?? rule.workingHours[department]
