import type { ParticipationBranch } from '@an-sinh/contract'
import { formatDate, formatMonths, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { showsLate, type BranchSlug } from './branches.ts'
import { SpellList } from './spell-list.tsx'
import { TEXTS } from './texts.ts'
import { YearPlot } from './year-plot.tsx'

type Props = {
  readonly branch: ParticipationBranch
  readonly slug: BranchSlug
  readonly throughMonth: string
  readonly knownOn: string | null
}

type Remark = NonNullable<ParticipationBranch['late']>

const RemarkText = ({ remark: { means, todo } }: { readonly remark: Remark }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <p>{means[language]}</p>
      <p>
        <strong>{text('todo')}</strong> {todo[language]}
      </p>
    </>
  )
}

/** The late months: how many, which, and why on demand. */
const Late = ({ branch: { lateMonths, late } }: { readonly branch: ParticipationBranch }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (late === null) return null
  return (
    <>
      <p className="late">{text('late', { time: formatMonths(lateMonths, language) })}</p>
      <details>
        <summary>{text('late-why')}</summary>
        <p>{late.title[language]}</p>
        <RemarkText remark={late} />
      </details>
    </>
  )
}

const Remarks = ({ notices }: { readonly notices: readonly Remark[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return notices.map((notice) => (
    <Notice key={notice.title.vi} kind="warning" title={notice.title[language]}>
      <details>
        <summary>
          {text('remark-more')}
          <span className="visually-hidden">: {notice.title[language]}</span>
        </summary>
        <RemarkText remark={notice} />
      </details>
    </Notice>
  ))
}

/** One tab: the total in words, what is late, what to notice, the years at a glance, then line by line. */
export const BranchPanel = ({ branch, slug, throughMonth, knownOn }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (branch.spells.length === 0) return <p>{text(knownOn === null ? 'no-spells' : 'no-spells-then')}</p>
  return (
    <>
      <p className="lead">
        {text('total')} <strong>{formatMonths(branch.totalMonths, language)}</strong>
      </p>
      {showsLate(branch.branch) ? <Late branch={branch} /> : null}
      <p className="quiet">{text('through', { month: formatDate(throughMonth, language) })}</p>
      <Remarks notices={branch.notices} />
      <YearPlot years={showsLate(branch.branch) ? branch.years : branch.years.map((year) => ({ ...year, lateMonths: 0 }))} />
      <SpellList branch={branch} slug={slug} throughMonth={throughMonth} knownOn={knownOn} />
    </>
  )
}
