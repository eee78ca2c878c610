import { lazy } from 'react'

export { ProfileSwitch } from './profile-switch.tsx'

/** Apart from the switch, which the home page draws without the forms. */
export const Dependants = lazy(async () => ({ default: (await import('./dependants-pages.tsx')).DependantsPages }))
