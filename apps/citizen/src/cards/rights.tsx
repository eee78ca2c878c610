import { formatDate, formatMoney, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import type { AnswerTo } from '../shared/api/routes.ts'
import { TEXTS } from './texts.ts'

type Answer = AnswerTo<'GET /api/me/health-cards'>
type CopaymentYear = NonNullable<Answer['copayment']>

const FiveYears = ({ fiveYears }: { readonly fiveYears: NonNullable<Answer['fiveYears']> }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const on = formatDate(fiveYears.reachedOn, language)
  return (
    <>
      <h3>{text('five-years')}</h3>
      <p>{text(fiveYears.isReached ? 'five-years-reached' : 'five-years-ahead', { on })}</p>
      {fiveYears.from === 'periods' ? <p className="quiet">{text('five-years-counted')}</p> : null}
    </>
  )
}

const sentenceOf = ({ isOverCeiling, hasFiveYears }: CopaymentYear) => {
  if (isOverCeiling) return 'exempt-no-five-years'
  return hasFiveYears ? 'exempt-not-yet' : 'exempt-neither'
}

const CopaymentBar = ({ copayment }: { readonly copayment: CopaymentYear }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { year, totalVnd, convertedVnd, ceilingVnd, referenceLevelVnd, exemptFrom, exemptTo } = copayment
  const paid = formatMoney(totalVnd)
  return (
    <>
      <h3 id="copayment">{text('copayment', { year })}</h3>
      <p>
        <strong className="amount">{paid}</strong> {text('copayment-of', { ceiling: formatMoney(ceilingVnd) })}
      </p>
      <progress className="meter" aria-labelledby="copayment" max={ceilingVnd} value={Math.min(convertedVnd, ceilingVnd)} />
      <p className="quiet">{text('copayment-ceiling', { level: formatMoney(referenceLevelVnd) })}</p>
      {convertedVnd === totalVnd ? null : <p className="quiet">{text('copayment-converted', { amount: formatMoney(convertedVnd) })}</p>}
      {exemptFrom === null || exemptTo === null ? (
        <p>{text(sentenceOf(copayment))}</p>
      ) : (
        <Notice kind="good" title={text('exempt', { from: formatDate(exemptFrom, language), to: formatDate(exemptTo, language) })}>
          <p>{text('exempt-text')}</p>
        </Notice>
      )}
      <p className="quiet">{text('copayment-whose')}</p>
    </>
  )
}

/** "Thông tin quyền lợi": what the card pays, in words, and how near the exemption is. */
export const Rights = ({ answer }: { readonly answer: Answer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [card] = answer.current
  if (card === undefined && answer.fiveYears === null) return null
  return (
    <section className="panel">
      <h2>{text('rights')}</h2>
      {card === undefined ? null : <p>{card.coverageSentence[language]}</p>}
      {answer.current.length > 1 ? <p>{text('rights-highest')}</p> : null}
      {answer.fiveYears === null ? null : <FiveYears fiveYears={answer.fiveYears} />}
      {answer.copayment === null ? null : <CopaymentBar copayment={answer.copayment} />}
    </section>
  )
}
