import type { Bilingual } from '../values/index.ts'

/** The four tabs of "Thông tin hưởng"; an adjustment slip belongs to a monthly decision. */
export const BENEFIT_KINDS = ['lump-sum', 'sickness-maternity', 'monthly', 'adjustment', 'unemployment'] as const
export type BenefitKind = (typeof BENEFIT_KINDS)[number]

export type BenefitRegimeRow = {
  readonly regime: string
  /** Kinds of decision under which the regime is granted; slips adjust what is paid monthly. */
  readonly kinds: readonly BenefitKind[]
  readonly name: Bilingual
  readonly source: string
}

const LAW = 'Law on Social Insurance 41/2024/QH15'
const SAFETY = 'Law on Occupational Safety and Health 84/2015/QH13'
const EMPLOYMENT = 'Law on Employment 74/2025/QH15; before 2026 Law 38/2013/QH13'
const MONTHLY = ['monthly', 'adjustment'] as const

const row = (regime: string, kinds: readonly BenefitKind[], vi: string, en: string, source: string) => ({
  regime,
  kinds,
  name: { vi, en },
  source,
})

/** What is granted, by the name that people read on the decision. The first of a kind stands where a file names none. */
export const BENEFIT_REGIMES = [
  row('lump-sum', ['lump-sum'], 'Bảo hiểm xã hội một lần', 'Lump sum of social insurance', `${LAW} art. 70, 102`),
  row('retirement-once', ['lump-sum'], 'Trợ cấp một lần khi nghỉ hưu', 'One-time allowance at retirement', `${LAW} art. 68`),
  row('injury-once', ['lump-sum'], 'Trợ cấp TNLĐ-BNN một lần', 'One-time allowance for employment injury or disease', `${SAFETY} art. 48`),
  row('survivor-once', ['lump-sum'], 'Trợ cấp tuất một lần', 'One-time survivor allowance', `${LAW} art. 88`),
  row('funeral', ['lump-sum'], 'Trợ cấp mai táng', 'Funeral allowance', `${LAW} art. 85`),
  row('sickness', ['sickness-maternity'], 'Ốm đau', 'Sickness', `${LAW} art. 42–45`),
  row('maternity', ['sickness-maternity'], 'Thai sản', 'Maternity', `${LAW} art. 50–59`),
  row('recovery', ['sickness-maternity'], 'Dưỡng sức, phục hồi sức khoẻ', 'Recovery of health', `${LAW} art. 46, 60`),
  row('pension', MONTHLY, 'Lương hưu', 'Pension', `${LAW} art. 64–66, 98`),
  row(
    'loss-of-capacity',
    MONTHLY,
    'Trợ cấp mất sức lao động hàng tháng',
    'Monthly allowance for loss of capacity',
    'Decision 91/2000/QĐ-TTg',
  ),
  row('injury-monthly', MONTHLY, 'Trợ cấp TNLĐ-BNN hàng tháng', 'Monthly allowance for employment injury or disease', `${SAFETY} art. 49`),
  row('survivor-monthly', MONTHLY, 'Trợ cấp tuất hàng tháng', 'Monthly survivor allowance', `${LAW} art. 86–87`),
  row('monthly-allowance', MONTHLY, 'Trợ cấp hàng tháng khác', 'Another monthly allowance', `${LAW} art. 23`),
  row('unemployment-allowance', ['unemployment'], 'Trợ cấp thất nghiệp', 'Unemployment allowance', EMPLOYMENT),
  row('training', ['unemployment'], 'Hỗ trợ học nghề', 'Support for training', EMPLOYMENT),
  row('job-search', ['unemployment'], 'Hỗ trợ tư vấn, giới thiệu việc làm', 'Support in finding work', EMPLOYMENT),
] as const satisfies readonly BenefitRegimeRow[]

/** Name and place of a regime, or null for a code that is not in the list. */
export const findBenefitRegime = (regime: string): BenefitRegimeRow | null =>
  BENEFIT_REGIMES.find((candidate) => candidate.regime === regime) ?? null
