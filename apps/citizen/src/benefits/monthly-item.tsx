import type { BenefitLine, MonthlyBenefit } from '@an-sinh/contract'
import { formatDate, formatMoney, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { BenefitFacts } from './benefit-item.tsx'
import { TEXTS } from './texts.ts'

const Slip = ({ slip }: { readonly slip: BenefitLine }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <li className="spell">
      <p>
        <strong>
          {text('slip-line', { from: formatDate(slip.fromOn ?? slip.decidedOn, language), amount: formatMoney(slip.amountVnd) })}
        </strong>
      </p>
      <BenefitFacts benefit={slip} />
    </li>
  )
}

/** A monthly decision: what it pays now, what it was granted as, its slips on demand. */
export const MonthlyItem = ({ monthly }: { readonly monthly: MonthlyBenefit }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { decision, amountNowVnd, adjustments, decisionNumber } = monthly
  return (
    <li className="spell">
      <h3>{decision === null ? text('decision-missing', { number: decisionNumber }) : decision.regimeName[language]}</h3>
      {amountNowVnd === null ? null : (
        <p>
          {text('now')} <strong className="amount">{formatMoney(amountNowVnd)}</strong> {text('a-month')}
        </p>
      )}
      {decision === null ? (
        <p>{text('decision-missing-text')}</p>
      ) : (
        <>
          <p>{text('granted-as', { amount: formatMoney(decision.amountVnd) })}</p>
          <BenefitFacts benefit={decision} />
        </>
      )}
      {adjustments.length === 0 ? null : (
        <details>
          <summary>{text('slips', { count: adjustments.length })}</summary>
          <ul className="link-list">
            {adjustments.map((slip) => (
              <Slip key={slip.benefitId} slip={slip} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
