import type { ParticipationBranch } from '@an-sinh/contract'
import { type Fact, Facts, formatDate, formatMonths, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { showsLate, toAddress, type BranchSlug } from './branches.ts'
import { TEXTS } from './texts.ts'
import { useNumber } from './use-number.ts'

type Spell = ParticipationBranch['spells'][number]
type Props = {
  readonly spell: Spell
  readonly branch: ParticipationBranch['branch']
  readonly slug: BranchSlug
  /** The last month that has come. */
  readonly lastMonth: string
  readonly knownOn: string | null
}

const usePeriod = ({ fromMonth, toMonth }: Spell): string => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const to = toMonth === null ? text('now') : formatDate(toMonth, language)
  return text('period', { from: formatDate(fromMonth, language), to })
}

/** Health insurance has no job and no wage of its own: who pays stands in their place. */
const useSpellFacts = (spell: Spell, branch: ParticipationBranch['branch']): Fact[] => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const number = useNumber()
  if (branch === 'health') return [{ label: text('scheme'), value: text('health-scheme') }]
  return [
    { label: text('scheme'), value: text(spell.scheme) },
    { label: text('workplace'), value: spell.workplace },
    { label: text('salary'), value: spell.contributorySalaryVnd === null ? null : number(spell.contributorySalaryVnd, 'vnd') },
    ...spell.wageParts.map(({ label, value, unit }) => ({ label: label[language], value: number(value, unit) })),
  ]
}

const LateLine = ({ spell }: { readonly spell: Spell }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (spell.lateSpan === null) return null
  const { fromMonth, toMonth } = spell.lateSpan
  return (
    <p className="late">
      {text('spell-late', {
        time: formatMonths(spell.lateMonths, language),
        from: formatDate(fromMonth, language),
        to: formatDate(toMonth, language),
      })}
    </p>
  )
}

/** Từ tháng · Đến tháng · Đơn vị · Chức vụ; the rest on demand, and the way to say that it is wrong. */
export const SpellItem = ({ spell, branch, slug, lastMonth, knownOn }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  const period = usePeriod(spell)
  const facts = useSpellFacts(spell, branch)
  return (
    <li className="spell">
      <p>
        <strong>{period}</strong>
      </p>
      <p>{branch === 'health' ? text('payer', { name: spell.employerName }) : spell.employerName}</p>
      {spell.jobTitle === null || branch === 'health' ? null : <p>{text('job', { job: spell.jobTitle })}</p>}
      {showsLate(branch) ? <LateLine spell={spell} /> : null}
      <details>
        <summary>
          {text('details')}
          <span className="visually-hidden"> {period}</span>
        </summary>
        <Facts facts={facts} />
        <Link href={toAddress('/thang', { nhanh: slug, nam: lastMonth.slice(0, 4), ngay: knownOn })} className="back-link">
          {text('by-month')}
        </Link>
      </details>
      <p className="quiet">{text('source', { source: nameSource(spell.source), on: formatDate(spell.recordedOn, language) })}</p>
      <WrongLine kind="participation-spell" id={spell.spellId} what={`${period}, ${spell.employerName}`} />
    </li>
  )
}
