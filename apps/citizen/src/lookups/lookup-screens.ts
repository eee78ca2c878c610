import type { LookupKind } from '@an-sinh/domain'

/** The address of each kind, and by which sub-kinds its list can be narrowed. */
export const LOOKUP_SCREENS = [
  {
    kind: 'facilities',
    slug: 'co-so-kham-chua-benh',
    types: ['hospital', 'health-centre', 'clinic', 'health-station'],
  },
  { kind: 'sick-leave', slug: 'cap-giay-nghi-om', types: [] },
  { kind: 'offices', slug: 'co-quan-bhxh', types: [] },
  { kind: 'collection-points', slug: 'diem-thu', types: [] },
  { kind: 'employers', slug: 'don-vi-tham-gia', types: [] },
  { kind: 'units', slug: 'xa-phuong', types: ['ward', 'province', 'old-ward', 'old-district', 'old-province'] },
] as const satisfies readonly { kind: LookupKind; slug: string; types: readonly string[] }[]

export type LookupScreen = (typeof LOOKUP_SCREENS)[number]

export const findScreen = (slug: string): LookupScreen | undefined => LOOKUP_SCREENS.find((screen) => screen.slug === slug)
