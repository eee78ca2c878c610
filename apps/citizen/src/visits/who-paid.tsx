import type { VisitAnswer } from '@an-sinh/contract'
import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { formatAmount } from './format-amount.ts'
import { TEXTS } from './texts.ts'

const SHARES = ['fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd'] as const

const WIDTH = 1000

/** Shares side by side; the amounts stand in the list below, so the drawing is passed over by screen readers. */
const Bar = ({ visit }: { readonly visit: VisitAnswer }): ReactNode => {
  const whole = SHARES.reduce((sum, share) => sum + visit[share], 0)
  if (whole <= 0) return null
  const widths = SHARES.map((share) => (visit[share] / whole) * WIDTH)
  return (
    <svg className="paid-bar" viewBox={`0 0 ${WIDTH} 60`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {SHARES.map((share, at) => {
        const from = widths.slice(0, at).reduce((sum, width) => sum + width, 0)
        return <rect key={share} className={`paid-${share}`} x={from} y={0} width={widths[at]} height={60} />
      })}
    </svg>
  )
}

const SumsNotice = ({ visit }: { readonly visit: VisitAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  if (visit.sumsState === 'agree') return null
  if (visit.sumsState === 'no-lines') return <p className="quiet">{text('sums-no-lines')}</p>
  return (
    <Notice kind="warning" title={text('sums-differ')}>
      <p>{text('sums-differ-text')}</p>
      <ul>
        {visit.differences.map(({ total, by, statedVnd, dueVnd }) => (
          <li key={`${total} ${by}`}>
            {text(`sums-differ-${by}`, { what: text(total), stated: formatAmount(statedVnd), due: formatAmount(dueVnd) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The total and who paid which part of it. */
export const WhoPaid = ({ visit }: { readonly visit: VisitAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <section aria-labelledby="who-paid">
      <h2 id="who-paid">{text('who-paid')}</h2>
      <p className="lead">{text('total', { amount: formatAmount(visit.totalVnd) })}</p>
      <Bar visit={visit} />
      <dl className="paid-list">
        {SHARES.map((share) => (
          <div key={share} className="paid-share">
            <dt>
              <svg className="paid-key" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <rect className={`paid-${share}`} width="20" height="20" />
              </svg>
              {text(share)}
            </dt>
            <dd>{formatAmount(visit[share])}</dd>
          </div>
        ))}
      </dl>
      <SumsNotice visit={visit} />
    </section>
  )
}
