export { CampaignDeskPage } from './desk-page.tsx'
export { CampaignLettersPage } from './letters-page.tsx'
export { CampaignPlansPage } from './plans-page.tsx'
