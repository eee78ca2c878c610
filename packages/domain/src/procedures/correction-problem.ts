import type { Bilingual } from '../values/index.ts'
import type { CorrectionLineKind } from './correction-line.ts'

/** What is wrong, as people say it. */
export const CORRECTION_PROBLEMS = [
  'wrong-value',
  'not-mine',
  'missing-months',
  'double',
  'wrong-employer',
  'wrong-salary',
  'paid-but-late',
  'never-received',
  'other',
] as const
export type CorrectionProblem = (typeof CORRECTION_PROBLEMS)[number]

export const CORRECTION_PROBLEM_SENTENCES: Readonly<Record<CorrectionProblem, Bilingual>> = {
  'wrong-value': { vi: 'Có chỗ ghi sai', en: 'Something in it is wrong' },
  'not-mine': { vi: 'Không phải của tôi', en: 'It is not mine' },
  'missing-months': { vi: 'Thiếu tháng, sai thời gian', en: 'Months are missing or the time is wrong' },
  double: { vi: 'Bị ghi hai lần', en: 'It is there twice' },
  'wrong-employer': { vi: 'Sai tên đơn vị, chức vụ hoặc nơi làm việc', en: 'The employer, job or workplace is wrong' },
  'wrong-salary': {
    vi: 'Tiền lương đóng thấp hơn lương thật hoặc ghi sai',
    en: 'The contributory salary is below the real wage, or wrong',
  },
  'paid-but-late': { vi: 'Đơn vị đã đóng nhưng vẫn ghi chậm đóng', en: 'It was paid but is still shown as late' },
  'never-received': { vi: 'Tôi chưa nhận được khoản này', en: 'I never received this' },
  other: { vi: 'Chuyện khác', en: 'Something else' },
}

const PROBLEMS_OF: Readonly<Record<CorrectionLineKind, readonly CorrectionProblem[]>> = {
  'participation-spell': ['wrong-salary', 'missing-months', 'wrong-employer', 'paid-but-late', 'not-mine', 'double', 'other'],
  'health-card': ['wrong-value', 'not-mine', 'other'],
  benefit: ['wrong-value', 'never-received', 'not-mine', 'double', 'other'],
  visit: ['not-mine', 'wrong-value', 'double', 'other'],
  'visit-cost': ['not-mine', 'never-received', 'wrong-value', 'double', 'other'],
  'medical-paper': ['not-mine', 'wrong-value', 'double', 'other'],
  identity: ['wrong-value', 'other'],
}

/** The answers that make sense for a line, likeliest first; "something else" always closes the list. */
export const listCorrectionProblems = (kind: CorrectionLineKind): readonly CorrectionProblem[] => PROBLEMS_OF[kind]
