import type { StatementKind } from '@an-sinh/domain'

/** How a kind is called in an address. */
export const KIND_SLUGS: Readonly<Record<StatementKind, string>> = {
  confirmation: 'xac-nhan',
  'yearly-notice': 'c14-ts',
  'participation-book': 'so-bhxh',
}

export const kindOf = (slug: string | undefined): StatementKind | null =>
  (Object.keys(KIND_SLUGS) as StatementKind[]).find((kind) => KIND_SLUGS[kind] === slug) ?? null
