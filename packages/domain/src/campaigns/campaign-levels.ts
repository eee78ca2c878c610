import type { Bilingual } from '../values/index.ts'

/** How far people are, each level holding everybody of those after it (letter of Hà Nội Social Insurance: register, hand in, use). */
export const CAMPAIGN_LEVEL_NAMES = ['registered', 'handed-in', 'approved', 'signed-in'] as const
export type CampaignLevel = (typeof CAMPAIGN_LEVEL_NAMES)[number]
export const CAMPAIGN_LEVELS: Record<CampaignLevel, Bilingual> = {
  registered: { vi: 'Đã đăng ký', en: 'Registered' },
  'handed-in': { vi: 'Đã nộp tờ khai', en: 'Form handed in' },
  approved: { vi: 'Đã được duyệt', en: 'Approved' },
  'signed-in': { vi: 'Đã dùng ứng dụng', en: 'Signed in' },
}

/** Percent for each level; null: nothing is aimed at. */
export type CampaignTargets = Readonly<Record<CampaignLevel, number | null>>
export type CampaignPlan = { readonly name: string; readonly fromOn: string; readonly toOn: string; readonly targets: CampaignTargets }
export type CampaignProblem = 'campaign-name' | 'campaign-dates' | 'campaign-targets'

/** What is wrong with a plan; null when nothing is. Nobody can be further than registered without being registered: targets never rise from one level to the next. */
export const checkCampaign = ({ name, fromOn, toOn, targets }: CampaignPlan): CampaignProblem | null => {
  if (name.trim() === '') return 'campaign-name'
  if (toOn < fromOn) return 'campaign-dates'
  const set = CAMPAIGN_LEVEL_NAMES.flatMap((level) => targets[level] ?? [])
  if (set.length === 0 || set.some((percent, at) => percent > (set[at - 1] ?? 100))) return 'campaign-targets'
  return null
}

/** A share in percent with one decimal, rounded down: 99.96 is not the whole. Null of nobody. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part * 1000) / whole) / 10)
