import type { BenefitLine } from '@an-sinh/contract'
import { Facts, formatDate, formatInstant, formatMoney, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { TEXTS } from './texts.ts'

/** From day to day, as far as the decision names them. */
const usePeriod = ({ fromOn, toOn }: BenefitLine): string | null => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (fromOn === null) return toOn === null ? null : text('until', { to: formatDate(toOn, language) })
  const from = formatDate(fromOn, language)
  return toOn === null ? text('from', { from }) : text('from-to', { from, to: formatDate(toOn, language) })
}

/** Everything a line says beside its name and amount, its source, and the way to say that it is wrong. */
export const BenefitFacts = ({ benefit }: { readonly benefit: BenefitLine }): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  const period = usePeriod(benefit)
  const account = benefit.accountLast4 === null ? null : text('account-value', { digits: benefit.accountLast4 })
  return (
    <>
      <Facts
        facts={[
          { label: text('period'), value: period },
          { label: text('months'), value: benefit.monthsGranted === null ? null : text('months-value', { count: benefit.monthsGranted }) },
          { label: text('decision'), value: benefit.decisionNumber },
          { label: text('decided'), value: formatDate(benefit.decidedOn, language) },
          { label: text('payer'), value: benefit.payerName },
          { label: text('account'), value: account },
          { label: text('bank'), value: benefit.bankName },
          { label: text('note'), value: benefit.note },
          {
            label: text('source'),
            value: text('source-value', { source: nameSource(benefit.source), at: formatInstant(benefit.recordedAt, language) }),
          },
        ]}
      />
      <WrongLine kind="benefit" id={benefit.benefitId} what={`${benefit.regimeName[language]}, ${benefit.decisionNumber}`} />
    </>
  )
}

/** One decision: what it is and how much first. */
export const BenefitItem = ({ benefit }: { readonly benefit: BenefitLine }): ReactNode => {
  const { language } = useLanguage()
  return (
    <li className="spell">
      <h3>{benefit.regimeName[language]}</h3>
      <p>
        <strong className="amount">{formatMoney(benefit.amountVnd)}</strong>
      </p>
      <BenefitFacts benefit={benefit} />
    </li>
  )
}
