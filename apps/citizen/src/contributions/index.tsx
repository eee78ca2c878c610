import { lazy } from 'react'

export { ParticipationSummary } from './participation-summary.tsx'

/** Apart from the summary, which the home page draws without the pages. */
export const Contributions = lazy(async () => ({ default: (await import('./contributions-pages.tsx')).ContributionsPages }))
