import type { ParticipationBranch } from '@an-sinh/contract'
import { formatDate, formatMoney, formatMonths, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { TEXTS } from './texts.ts'
import { useParticipation } from './use-participation.ts'

const Spell = ({ spell }: { readonly spell: ParticipationBranch['spells'][number] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const to = spell.toMonth === null ? text('now') : formatDate(spell.toMonth, language)
  return (
    <li className="spell">
      <p>
        <strong>{text('period', { from: formatDate(spell.fromMonth, language), to })}</strong> · {text(spell.scheme)}
      </p>
      <p>{spell.employerName}</p>
      {spell.jobTitle === null ? null : <p>{text('job', { job: spell.jobTitle })}</p>}
      {spell.workplace === null ? null : <p>{text('workplace', { place: spell.workplace })}</p>}
      {spell.contributorySalaryVnd === null ? null : <p>{text('salary', { amount: formatMoney(spell.contributorySalaryVnd) })}</p>}
      {spell.lateMonths === 0 ? null : <p className="late">{text('spell-late', { time: formatMonths(spell.lateMonths, language) })}</p>}
      <WrongLine kind="participation-spell" id={spell.spellId} what={spell.employerName} />
    </li>
  )
}

const Branch = ({ branch: { branch, totalMonths, lateMonths, spells } }: { readonly branch: ParticipationBranch }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <section className="panel">
      <h2>{text(`branch-${branch}`)}</h2>
      {spells.length === 0 ? (
        <p>{text('no-spells')}</p>
      ) : (
        <>
          <p>{text('total', { time: formatMonths(totalMonths, language) })}</p>
          {lateMonths === 0 ? null : <p className="late">{text('late', { time: formatMonths(lateMonths, language) })}</p>}
          <details>
            <summary>{text('spells', { count: spells.length })}</summary>
            <ul className="link-list">
              {spells.map((spell) => (
                <Spell key={spell.spellId} spell={spell} />
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  )
}

/** Participation per branch: totals first, each spell on demand. */
export const ParticipationPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useParticipation(null)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <Loaded query={query}>
        {({ branches, throughMonth }) =>
          branches.every(({ spells }) => spells.length === 0) ? (
            <p>{text('none')}</p>
          ) : (
            <>
              <p className="quiet">{text('through', { month: formatDate(throughMonth, language) })}</p>
              {branches.map((branch) => (
                <Branch key={branch.branch} branch={branch} />
              ))}
            </>
          )
        }
      </Loaded>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
