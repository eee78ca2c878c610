import type { ParticipationMonth } from '@an-sinh/contract'
import { type Fact, Facts, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { TEXTS } from './texts.ts'
import { useNumber } from './use-number.ts'

type Entry = ParticipationMonth['entries'][number]

/** "8% – 640.000 ₫"; the money only where there is a wage to take it from. */
const useShare = (): ((percent: number, amountVnd: number | null) => string) => {
  const number = useNumber()
  return (percent, amountVnd) =>
    amountVnd === null ? number(percent, 'percent') : `${number(percent, 'percent')} – ${number(amountVnd, 'vnd')}`
}

const useEntryFacts = (entry: Entry, isHealth: boolean): Fact[] => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const number = useNumber()
  const share = useShare()
  const { rate, contributorySalaryVnd } = entry
  return [
    { label: text(isHealth ? 'payer-label' : 'employer'), value: entry.employerName },
    { label: text('job-label'), value: entry.jobTitle },
    { label: text('workplace'), value: entry.workplace },
    { label: text('salary'), value: contributorySalaryVnd === null ? null : number(contributorySalaryVnd, 'vnd') },
    ...entry.wageParts.map(({ label, value, unit }) => ({ label: label[language], value: number(value, unit) })),
    // A household's or the State's contribution to health insurance follows other rules than a share of a wage.
    ...(rate === null || (isHealth && contributorySalaryVnd === null)
      ? []
      : [
          { label: text('you-pay'), value: share(rate.employeePercent, rate.employeeVnd) },
          { label: text('employer-pays'), value: rate.employerPercent === 0 ? null : share(rate.employerPercent, rate.employerVnd) },
          {
            label: text('rate-source'),
            value: rate.standing === 'unverified' ? text('unverified', { source: rate.source[language] }) : rate.source[language],
          },
        ]),
  ]
}

const EntryDetails = ({
  entry,
  month,
  isHealth,
}: {
  readonly entry: Entry
  readonly month: string
  readonly isHealth: boolean
}): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  const number = useNumber()
  const facts = useEntryFacts(entry, isHealth)
  return (
    <>
      {entry.isLate ? <p className="late">{text('month-late')}</p> : null}
      {entry.belowMinimumVnd === null ? null : (
        <Notice kind="warning" title={text('month-low', { minimum: number(entry.belowMinimumVnd, 'vnd') })} />
      )}
      <Facts facts={facts} />
      <p className="quiet">{text('source', { source: nameSource(entry.source), on: formatDate(entry.recordedOn, language) })}</p>
      <WrongLine
        kind="participation-spell"
        id={`${entry.spellId}.${month}`}
        what={`${formatDate(month, language)}, ${entry.employerName}`}
      />
    </>
  )
}

/** A month: in one line what was paid on, the rest on demand; a month without anything says so. */
export const MonthItem = ({
  month: { month, entries },
  isHealth,
}: {
  readonly month: ParticipationMonth
  readonly isHealth: boolean
}): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const number = useNumber()
  const title = formatDate(month, language)
  if (entries.length === 0)
    return (
      <li className="spell">
        <p>
          <strong>{title}</strong> – <span className="quiet">{text('month-none')}</span>
        </p>
      </li>
    )
  const paid = entries.map((entry) =>
    entry.contributorySalaryVnd === null ? entry.employerName : number(entry.contributorySalaryVnd, 'vnd'),
  )
  return (
    <li className="spell">
      <details>
        <summary>
          <strong>{title}</strong> – {paid.join(' + ')}
          {entries.some((entry) => entry.isLate) ? <span className="late"> – {text('month-late-short')}</span> : null}
        </summary>
        {entries.map((entry) => (
          <EntryDetails key={entry.spellId} entry={entry} month={month} isHealth={isHealth} />
        ))}
      </details>
    </li>
  )
}
