/** One point or bar; null: too few to be told, a gap. */
export type Mark = { readonly label: string; readonly values: readonly (number | null)[] }

const WIDTH = 640
const HEIGHT = 200
const LEFT = 48
const BOTTOM = 28
const TOP = 12

/** A round number at or above the greatest value: 1, 2 or 5 times a power of ten. */
export const niceTop = (greatest: number): number => {
  if (greatest <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(greatest))
  return ([1, 2, 5, 10].find((step) => step * power >= greatest) ?? 10) * power
}

const topOf = (marks: readonly Mark[]): number => niceTop(Math.max(0, ...marks.flatMap(({ values }) => values.map((value) => value ?? 0))))
const yOf = (value: number, top: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)
const slotOf = (marks: readonly Mark[]): number => (WIDTH - LEFT) / Math.max(1, marks.length)

const Axes = ({ marks, top }: { readonly marks: readonly Mark[]; readonly top: number }) => {
  const slot = slotOf(marks)
  const every = Math.ceil(marks.length / 7)
  return (
    <>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line className="plot-line" x1={LEFT} x2={WIDTH} y1={yOf(value, top)} y2={yOf(value, top)} />
          <text className="plot-text" x={LEFT - 6} y={yOf(value, top) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {marks.map(({ label }, at) =>
        at % every === 0 ? (
          <text key={label} className="plot-text" x={LEFT + slot * (at + 0.5)} y={HEIGHT - 6} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}

type Props = { readonly marks: readonly Mark[] }

/** Two bars a day, told apart by filling and hatching as well as by colour. The table beside it says the same to whoever does not see it. */
export const BarPlot = ({ marks }: Props) => {
  const top = topOf(marks)
  const slot = slotOf(marks)
  return (
    <svg className="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <defs>
        <pattern id="plot-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="plot-second" width="3" height="6" />
        </pattern>
      </defs>
      <Axes marks={marks} top={top} />
      {marks.map(({ label, values }, at) =>
        values.map((value, which) => (
          <rect
            key={`${label} ${which}`}
            className={which === 0 ? 'plot-first' : 'plot-hatched'}
            x={LEFT + slot * (at + 0.15 + which * 0.35)}
            width={slot * 0.33}
            y={yOf(value ?? 0, top)}
            height={HEIGHT - BOTTOM - yOf(value ?? 0, top)}
          />
        )),
      )}
    </svg>
  )
}

/** A line with its points; a group too small to be told is a gap in it. */
export const LinePlot = ({ marks }: Props) => {
  const top = topOf(marks)
  const slot = slotOf(marks)
  const points = marks.map(({ values: [value = null] }, at) =>
    value === null ? null : ([LEFT + slot * (at + 0.5), yOf(value, top)] as const),
  )
  return (
    <svg className="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <Axes marks={marks} top={top} />
      {points.map((point, at) => {
        const next = points[at + 1] ?? null
        const key = marks[at]?.label ?? String(at)
        if (point === null) return null
        return (
          <g key={key}>
            {next === null ? null : <line className="plot-trend" x1={point[0]} y1={point[1]} x2={next[0]} y2={next[1]} />}
            <circle className="plot-point" cx={point[0]} cy={point[1]} r="4" />
          </g>
        )
      })}
    </svg>
  )
}
