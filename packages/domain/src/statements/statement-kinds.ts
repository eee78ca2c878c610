import type { Bilingual } from '../values/index.ts'

/** The yearly notice C14-TS, the electronic participation book, and the letter in which the person ticks what it says. */
export const STATEMENT_KINDS = ['yearly-notice', 'participation-book', 'confirmation'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

export const STATEMENT_FIELDS = [
  'full-name',
  'birth-date',
  'insurance-number-masked',
  'insurance-number',
  'current-participation',
  'total-time',
  'current-employer',
  'health-card',
  'recent-salaries',
  'benefits-received',
] as const
export type StatementField = (typeof STATEMENT_FIELDS)[number]

export type StatementKindRule = {
  readonly title: Bilingual
  /** The official code of the paper it stands for. */
  readonly form: string | null
  /** What may be ticked. In a letter it is what the paper says; elsewhere what the check page repeats of the whole paper. */
  readonly fields: readonly StatementField[]
  /** Days of validity to choose from; empty: it tells the state of its day and does not run out. */
  readonly validDays: readonly number[]
}

const WHOLE_PAPER: readonly StatementField[] = ['full-name', 'insurance-number-masked', 'total-time']

export const STATEMENT_KIND_RULES: Readonly<Record<StatementKind, StatementKindRule>> = {
  'yearly-notice': {
    title: {
      vi: 'Thông báo kết quả đóng BHXH, BHTN, BHTNLĐ-BNN, BHYT',
      en: 'Notice of contributions paid: social, unemployment, employment-injury and health insurance',
    },
    form: 'C14-TS',
    fields: WHOLE_PAPER,
    validDays: [],
  },
  'participation-book': {
    title: { vi: 'Sổ BHXH điện tử: quá trình tham gia', en: 'Electronic participation book' },
    form: null,
    fields: WHOLE_PAPER,
    validDays: [],
  },
  confirmation: {
    title: { vi: 'Giấy xác nhận tham gia bảo hiểm xã hội', en: 'Confirmation of social-insurance participation' },
    form: null,
    fields: STATEMENT_FIELDS,
    validDays: [30, 90, 180],
  },
}
