import type { HealthCardAnswer } from '@an-sinh/contract'
import { Facts, formatDate, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { TEXTS } from './texts.ts'

type Answer = AnswerTo<'GET /api/me/health-card'>

const useValidity = ({ validFrom, validTo }: HealthCardAnswer): string => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const from = formatDate(validFrom, language)
  return validTo === null ? text('valid-from', { from }) : text('valid-from-to', { from, to: formatDate(validTo, language) })
}

const CardFacts = ({ card, answer }: { readonly card: HealthCardAnswer; readonly answer: Answer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const validity = useValidity(card)
  return (
    <Facts
      facts={[
        { label: text('full-name'), value: answer.fullName },
        { label: text('born'), value: formatDate(answer.bornOn, language) },
        { label: text('sex'), value: text(answer.sex) },
        { label: text('facility'), value: card.registeredFacilityName ?? card.registeredFacilityCode },
        { label: text('valid'), value: validity },
        { label: text('coverage'), value: text('coverage-value', { percent: card.coveragePercent, level: card.coverageLevel }) },
        { label: text('continuous'), value: card.continuousSince === null ? null : formatDate(card.continuousSince, language) },
        { label: text('area'), value: card.areaCode },
        { label: text('legacy'), value: card.legacyCardNumber },
        { label: text('issued'), value: formatDate(card.issuedOn, language) },
        { label: text('issuer'), value: card.issuingOfficeName },
      ]}
    />
  )
}

const Card = ({ answer }: { readonly answer: Answer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { card, nextCard, status } = answer
  if (card === null || status === 'none') return <p>{text('none')}</p>
  return (
    <>
      <div className="card">
        <p>
          {text('number')}
          <strong className="card-number">{card.healthCardNumber}</strong>
        </p>
        <Notice kind={status === 'valid' ? 'good' : 'warning'} title={text(`status-${status}`)} />
        <CardFacts card={card} answer={answer} />
      </div>
      <h3>{text('rights')}</h3>
      <p>{card.coverageSentence[language]}</p>
      {nextCard === null ? null : (
        <Notice title={text('next')}>
          <p>{text('next-text', { number: nextCard.healthCardNumber, from: formatDate(nextCard.validFrom, language) })}</p>
        </Notice>
      )}
      <p className="quiet">{text('as-of', { at: formatInstant(answer.asOf, language) })}</p>
    </>
  )
}

/** The card that holds today, in words first. */
export const CardPanel = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: ['me', 'health-card'], queryFn: async () => call('GET /api/me/health-card', {}) })
  return (
    <section>
      <h2>{text('title')}</h2>
      <Loaded query={query}>{(answer) => <Card answer={answer} />}</Loaded>
    </section>
  )
}
