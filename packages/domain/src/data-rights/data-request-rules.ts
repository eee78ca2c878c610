import type { CivilDate } from '../calendar/index.ts'
import type { Bilingual } from '../values/index.ts'

/** What a person may ask about their own data, most asked first. */
export const DATA_REQUEST_KINDS = ['view', 'copy', 'correct', 'withdraw-consent', 'restrict', 'delete'] as const
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number]

export type DataRequestRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** Working days until somebody has answered that the request is taken up, the day of sending not counted. */
  readonly answerWorkingDays: number
  /** Calendar days until it is done; a last day on which nobody works moves to the next working day. */
  readonly days: Readonly<Record<DataRequestKind, number>>
  /** How often the office may take the same time again, saying why. */
  readonly extensions: number
  readonly source: string
  /** `unverified`: the numbers come from a summary, the text itself was not at hand. */
  readonly standing: 'checked' | 'unverified'
}

/** The rule of the day of sending holds for the whole request; its version is stored with the dates. */
export const DATA_REQUEST_RULES: readonly DataRequestRule[] = [
  {
    version: 'data-request-1',
    effectiveFrom: '2026-01-01',
    answerWorkingDays: 2,
    days: { view: 10, copy: 10, correct: 10, 'withdraw-consent': 15, restrict: 15, delete: 20 },
    extensions: 1,
    source:
      'Personal Data Protection Law 91/2025/QH15 with Decree 356/2025/NĐ-CP, by a summary; a last day off moves to the next working day (Civil Code 2015, article 148)',
    standing: 'unverified',
  },
]

/** The rule in force on a day; the oldest one for days before any rule. Throws RangeError on an empty list. */
export const findDataRequestRule = (on: CivilDate, rules: readonly DataRequestRule[] = DATA_REQUEST_RULES): DataRequestRule => {
  const rule = rules.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? rules[0]
  if (!rule) throw new RangeError('no rule for requests about data')
  return rule
}

export const DATA_REQUEST_SENTENCES: Readonly<Record<DataRequestKind, Bilingual>> = {
  view: { vi: 'Xem dữ liệu đang được lưu về tôi', en: 'See the data kept about me' },
  copy: { vi: 'Nhận bản sao dữ liệu của tôi', en: 'Receive a copy of my data' },
  correct: { vi: 'Sửa dữ liệu sai hoặc thiếu', en: 'Correct data that is wrong or missing' },
  'withdraw-consent': { vi: 'Rút lại sự đồng ý đã cho', en: 'Withdraw a consent I gave' },
  restrict: { vi: 'Hạn chế việc dùng dữ liệu của tôi', en: 'Restrict the use of my data' },
  delete: { vi: 'Xoá dữ liệu của tôi', en: 'Delete my data' },
}
