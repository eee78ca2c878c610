export {
  CAMPAIGN_LEVEL_NAMES,
  CAMPAIGN_LEVELS,
  type CampaignLevel,
  type CampaignPlan,
  type CampaignProblem,
  type CampaignTargets,
  checkCampaign,
  shareOf,
} from './campaign-levels.ts'
export { fillLetter, LETTER_HOLES, type LetterHole } from './fill-letter.ts'
export { EMPLOYER_LETTER_WORDS } from './letter-words.ts'
export { SIZE_BAND_RULES, type SizeBand, type SizeBandRule, sizeBandsOn } from './size-bands.ts'
