import { findCoverageLevel } from '@an-sinh/domain'
import { formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import type { CardFace, OfflineCard } from '../shared/offline-cards/index.ts'
import './cards.css'
import { TEXTS } from './texts.ts'

type Props = { readonly card: OfflineCard; readonly face: CardFace }

/** The browser notes when this text was painted; `npm run measure -- card-offline` reads it. */
const TIMED = { elementtiming: 'health-card' }

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => (
  <div className="hc-line">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

export const useDays = (face: CardFace): string => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const from = formatDate(face.validFrom, language)
  return face.validTo === null ? text('valid-from', { from }) : text('valid-from-to', { from, to: formatDate(face.validTo, language) })
}

/**
 * The front as an own drawing with the fields of today's card (Decision 1666/QĐ-BHXH of 3/12/2020): no seal, no signature, no emblem of
 * the State.
 */
export const CardFront = ({ card, face, children }: Props & { readonly children?: ReactNode }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const days = useDays(face)
  const percent = findCoverageLevel(face.coverageLevel, face.validFrom)?.coveragePercent
  return (
    <section className="hc" aria-label={text('front')}>
      <p className="hc-head">{text('card-head')}</p>
      <p className="hc-number">
        <span>{text('number')}</span>
        <strong {...TIMED}>{face.healthCardNumber}</strong>
      </p>
      <dl className="hc-lines">
        <div className="hc-line hc-name">
          <dt>{text('full-name')}</dt>
          <dd>{card.fullName}</dd>
        </div>
        <Line label={text('born')}>{formatDate(card.bornOn, language)}</Line>
        <Line label={text('sex')}>{text(card.sex)}</Line>
        <div className="hc-line hc-wide">
          <dt>{text('facility')}</dt>
          <dd>
            {face.registeredFacilityName ?? text('facility-unnamed')} ({face.registeredFacilityCode})
          </dd>
        </div>
        <div className="hc-line hc-wide">
          <dt>{text('valid')}</dt>
          <dd>{days}</dd>
        </div>
        <Line label={text('coverage')}>
          {percent === undefined ? String(face.coverageLevel) : text('coverage-value', { percent, level: face.coverageLevel })}
        </Line>
        <Line label={text('area-short')}>{face.areaCode ?? '–'}</Line>
        {face.continuousSince === null ? null : (
          <div className="hc-line hc-wide">
            <dt>{text('continuous')}</dt>
            <dd>{formatDate(face.continuousSince, language)}</dd>
          </div>
        )}
      </dl>
      {children}
    </section>
  )
}

/** The back: who issued it, and how it is used. */
export const CardBack = ({ face }: { readonly face: CardFace }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <section className="hc" aria-label={text('back')}>
      <p className="hc-head">{text('back-head')}</p>
      <ol className="hc-notes">
        <li>{text('back-show')}</li>
        <li>{text('back-paper')}</li>
        <li>{text('back-lend')}</li>
        <li>{text('back-sms', { number: face.healthCardNumber })}</li>
      </ol>
      <dl className="hc-lines">
        {face.issuingOfficeName === null ? null : (
          <div className="hc-line hc-wide">
            <dt>{text('issuer')}</dt>
            <dd>{face.issuingOfficeName}</dd>
          </div>
        )}
        <Line label={text('issued')}>{formatDate(face.issuedOn, language)}</Line>
      </dl>
      <p className="hc-foot">{text('back-own-drawing')}</p>
    </section>
  )
}
