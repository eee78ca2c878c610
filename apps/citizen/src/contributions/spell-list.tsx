import type { ParticipationBranch } from '@an-sinh/contract'
import { useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import type { BranchSlug } from './branches.ts'
import { SpellItem } from './spell-item.tsx'
import { TEXTS } from './texts.ts'

type Props = {
  readonly branch: ParticipationBranch
  readonly slug: BranchSlug
  readonly throughMonth: string
  readonly knownOn: string | null
}

type Remark = ParticipationBranch['gaps'][number]
type Line =
  | { readonly kind: 'spell'; readonly at: string; readonly spell: ParticipationBranch['spells'][number] }
  | { readonly kind: 'remark'; readonly at: string; readonly remark: Remark; readonly title: 'gap' | 'overlap' }

/** Spells oldest first, with the gaps and overlaps told where they lie. */
const toLines = ({ spells, gaps, overlaps }: ParticipationBranch): Line[] => {
  const lines: Line[] = [
    ...spells.map((spell): Line => ({ kind: 'spell', at: spell.fromMonth, spell })),
    ...gaps.map((remark): Line => ({ kind: 'remark', at: remark.fromMonth, remark, title: 'gap' })),
    ...overlaps.map((remark): Line => ({ kind: 'remark', at: remark.fromMonth, remark, title: 'overlap' })),
  ]
  return lines.toSorted((first, second) => (first.at < second.at ? -1 : Number(first.at > second.at)))
}

const RemarkItem = ({ remark, title }: { readonly remark: Remark; readonly title: 'gap' | 'overlap' }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <li className="spell remark">
      <p>
        <strong>{text(title)}</strong> {remark.sentence[language]}
      </p>
    </li>
  )
}

export const SpellList = ({ branch, slug, throughMonth, knownOn }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <h3>{text('spells', { count: branch.spells.length })}</h3>
      <ul className="link-list">
        {toLines(branch).map((line) =>
          line.kind === 'remark' ? (
            <RemarkItem key={`${line.title} ${line.remark.sentence.vi}`} remark={line.remark} title={line.title} />
          ) : (
            <SpellItem
              key={line.spell.spellId}
              spell={line.spell}
              branch={branch.branch}
              slug={slug}
              lastMonth={line.spell.toMonth ?? throughMonth}
              knownOn={knownOn}
            />
          ),
        )}
      </ul>
    </>
  )
}
