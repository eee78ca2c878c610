export { CaseSignalsStrip } from './case-signals-strip.tsx'
export { ReviewPage } from './review-page.tsx'
export { SuspectsPage } from './suspects-page.tsx'
