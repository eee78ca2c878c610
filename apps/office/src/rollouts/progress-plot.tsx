import type { Rollout } from '@an-sinh/contract'

const WIDTH = 640
const HEIGHT = 220
const LEFT = 52
const BOTTOM = 28
const TOP = 12

export const STEPS = ['registered', 'handedIn', 'approved', 'signedIn'] as const
type Props = {
  readonly weeks: Rollout['weeks']
  readonly people: number
  /** Drawn as a line across. */
  readonly target: { readonly percent: number; readonly label: string } | null
}

const shortDay = (on: string): string => `${on.slice(8)}/${on.slice(5, 7)}`

/** How many had come so far at the end of each week, told apart by their strokes as well as by colour; the table beside says the same. */
export const ProgressPlot = ({ weeks, people, target }: Props) => {
  const top = Math.max(1, people)
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.min(1, value / top))
  const x = (at: number): number => LEFT + ((WIDTH - LEFT - 12) * at) / Math.max(1, weeks.length - 1)
  return (
    <svg className="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[...new Set([0, Math.round(top / 2), top])].map((value) => (
        <g key={value}>
          <line className="plot-line" x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
          <text className="plot-text" x={LEFT - 6} y={y(value) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {weeks.map(({ fromOn }, at) =>
        at % 3 === 0 ? (
          <text
            key={fromOn}
            className="plot-text"
            x={x(at)}
            y={HEIGHT - 8}
            textAnchor={at === 0 ? 'start' : at === weeks.length - 1 ? 'end' : 'middle'}
          >
            {shortDay(fromOn)}
          </text>
        ) : null,
      )}
      {target === null ? null : (
        <g>
          <line
            className="progress-target"
            x1={LEFT}
            x2={WIDTH}
            y1={y((top * target.percent) / 100)}
            y2={y((top * target.percent) / 100)}
          />
          <text className="plot-text" x={LEFT + 8} y={y((top * target.percent) / 100) + 20}>
            {target.label}
          </text>
        </g>
      )}
      {STEPS.map((step) => (
        <polyline
          key={step}
          className={`progress-line progress-${step}`}
          points={weeks.map((week, at) => `${x(at)},${y(week[step])}`).join(' ')}
        />
      ))}
    </svg>
  )
}
