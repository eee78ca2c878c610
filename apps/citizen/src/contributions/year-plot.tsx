import type { ParticipationBranch } from '@an-sinh/contract'
import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

type Year = ParticipationBranch['years'][number]

const STEP = 20
const BAR = 14
const FULL = 60
const LABEL_EVERY = 5
/** Few years keep their width instead of growing into blocks. */
const LEAST_YEARS = 12

const heightOf = (months: number): number => (months / 12) * FULL

const Bar = ({ year, at }: { readonly year: Year; readonly at: number }): ReactNode => {
  const [paid, late] = [heightOf(year.months - year.lateMonths), heightOf(year.lateMonths)]
  const x = at * STEP + (STEP - BAR) / 2
  return (
    <>
      <rect className="plot-frame" x={x} y={0} width={BAR} height={FULL} />
      <rect className="plot-paid" x={x} y={FULL - paid} width={BAR} height={paid} />
      <rect className="plot-late" x={x} y={FULL - paid - late} width={BAR} height={late} />
    </>
  )
}

/** Months of each year as bars, full = twelve; the same in words for who does not see them. */
export const YearPlot = ({ years }: { readonly years: readonly Year[] }): ReactNode => {
  const text = useTexts(TEXTS)
  if (years.length < 2) return null
  const told = years.map(({ year, months, lateMonths }) =>
    lateMonths === 0 ? text('plot-year', { year, months }) : text('plot-year-late', { year, months, late: lateMonths }),
  )
  const width = Math.max(years.length, LEAST_YEARS) * STEP
  return (
    <figure className="plot">
      <figcaption>
        {text('plot-title')}
        {years.some(({ lateMonths }) => lateMonths > 0) ? <span className="late"> · {text('plot-late')}</span> : null}
        <span className="visually-hidden">: {told.join('; ')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${FULL + 18}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">
        {years.map((year, at) => (
          <Bar key={year.year} year={year} at={at} />
        ))}
        {years.map(({ year }, at) =>
          at === 0 || year % LABEL_EVERY === 0 ? (
            <text key={year} className="plot-year" x={at * STEP + STEP / 2} y={FULL + 14} textAnchor={at === 0 ? 'start' : 'middle'}>
              {year}
            </text>
          ) : null,
        )}
      </svg>
    </figure>
  )
}
