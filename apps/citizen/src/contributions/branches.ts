import type { ParticipationBranch } from '@an-sinh/contract'

type BranchName = ParticipationBranch['branch']

/** The tabs, in the order people know, under the words of the address. */
export const BRANCHES = [
  { slug: 'bhxh', branch: 'social' },
  { slug: 'bhtn', branch: 'unemployment' },
  { slug: 'bhtnld', branch: 'employment-injury' },
  { slug: 'bhyt', branch: 'health' },
] as const satisfies readonly { slug: string; branch: BranchName }[]

export type BranchSlug = (typeof BRANCHES)[number]['slug']

/** The tab an address names; the first one when it names none of them. */
export const findBranch = (slug: string | null, tabs: readonly (typeof BRANCHES)[number][] = BRANCHES): (typeof BRANCHES)[number] =>
  tabs.find((one) => one.slug === slug) ?? tabs[0] ?? BRANCHES[0]

/** Late months are shown in red on the two tabs that people know it from. */
export const showsLate = (branch: BranchName): boolean => branch === 'social' || branch === 'unemployment'

/** What an address of these pages holds: the tab, the year, the day as of which history is asked. */
export const toAddress = (path: string, parts: Readonly<Record<string, string | null>>): string => {
  const search = new URLSearchParams(Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
  return `/ca-nhan/qua-trinh${path}?${search.toString()}`
}
