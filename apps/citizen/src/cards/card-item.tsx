import type { HealthCardLine } from '@an-sinh/contract'
import { Facts, formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly card: HealthCardLine; readonly isOpen: boolean }

/** One card: its days and number first, the rest below; cards that do not hold today are folded. */
export const CardItem = ({ card, isOpen }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  const from = formatDate(card.validFrom, language)
  const days =
    card.validTo === null ? text('valid-from', { from }) : text('valid-from-to', { from, to: formatDate(card.validTo, language) })
  const facts = (
    <>
      <Facts
        facts={[
          { label: text('number'), value: card.healthCardNumber },
          { label: text('legacy'), value: card.legacyCardNumber },
          {
            label: text('group'),
            value:
              card.participantGroupName === null
                ? card.participantGroup
                : `${card.participantGroupName[language]} (${card.participantGroup})`,
          },
          { label: text('payer'), value: card.payerName?.[language] },
          { label: text('coverage'), value: text('coverage-value', { percent: card.coveragePercent, level: card.coverageLevel }) },
          { label: text('facility'), value: `${card.registeredFacilityName ?? text('facility-unknown')} (${card.registeredFacilityCode})` },
          { label: text('area'), value: card.areaCode === null ? null : text(`area-${card.areaCode}`) },
          { label: text('continuous'), value: card.continuousSince === null ? null : formatDate(card.continuousSince, language) },
          { label: text('issued'), value: formatDate(card.issuedOn, language) },
          { label: text('issuer'), value: card.issuingOfficeName },
          {
            label: text('source'),
            value: text('source-value', { source: nameSource(card.source), at: formatInstant(card.recordedAt, language) }),
          },
        ]}
      />
      <WrongLine kind="health-card" id={card.cardId} what={days} />
    </>
  )
  if (isOpen)
    return (
      <div className="card">
        <p>
          <strong>{text('valid-words', { days })}</strong>
        </p>
        {facts}
      </div>
    )
  return (
    <details className="panel">
      <summary>
        {text('valid-words', { days })} · {card.coveragePercent}%
      </summary>
      {facts}
    </details>
  )
}
