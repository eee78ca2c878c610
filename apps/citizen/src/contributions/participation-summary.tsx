import { formatMonths, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Loaded } from '../shared/page/loaded.tsx'
import { TEXTS } from './texts.ts'
import { useParticipation } from './use-participation.ts'

/** The home page's line: how long in social insurance, how much of it late, and the way to the rest. */
export const ParticipationSummary = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useParticipation(null)
  return (
    <section>
      <h2>{text('title')}</h2>
      <Loaded query={query}>
        {({ branches }) => {
          // Of a child the health branch is all there is.
          const shown = branches.find(({ branch }) => branch === 'social') ?? branches[0]
          if (shown === undefined || branches.every(({ spells }) => spells.length === 0)) return <p>{text('none')}</p>
          return (
            <p>
              {text(`branch-${shown.branch}`)}. {text('total')} <strong>{formatMonths(shown.totalMonths, language)}</strong>
              {shown.lateMonths === 0 ? null : (
                <>
                  <br />
                  <span className="late">{text('late', { time: formatMonths(shown.lateMonths, language) })}</span>
                </>
              )}
            </p>
          )
        }}
      </Loaded>
      <p>
        <Link href="/ca-nhan/qua-trinh" className="back-link">
          {text('open')}
        </Link>
      </p>
    </section>
  )
}
