import type { ReactNode } from 'react'
import type { Platform } from './platform.ts'

/** Where on the drawn device the press goes: the mark's middle and how big it is. */
type Mark = { readonly x: number; readonly y: number; readonly r: number }

const LINES = [34, 46, 58, 70] as const

// A drawing with a text of its own; as an `img` it could not follow light and dark.
const Frame = ({ alt, children }: { readonly alt: string; readonly children: ReactNode }): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
  <svg className="drawing" viewBox="0 0 120 160" width="150" height="200" role="img" aria-label={alt}>
    {children}
  </svg>
)

/** A phone: outline, address bar, a page with some lines. */
const Phone = ({ bar }: { readonly bar: 'top' | 'bottom' }): ReactNode => (
  <>
    <rect className="drawing-body" x="18" y="4" width="84" height="152" rx="10" />
    <rect className="drawing-bar" x="24" y={bar === 'top' ? 14 : 132} width="72" height="14" rx="4" />
    {LINES.map((y, at) => (
      <rect key={y} className="drawing-line" x="28" y={y + 4} width={at % 2 === 0 ? 62 : 48} height="5" rx="2" />
    ))}
  </>
)

const Circle = ({ x, y, r }: Mark): ReactNode => <circle className="drawing-mark" cx={x} cy={y} r={r} />

const Dots = ({ x, y }: { readonly x: number; readonly y: number }): ReactNode => (
  <g className="drawing-ink">
    {[-4, 0, 4].map((step) => (
      <circle key={step} cx={x} cy={y + step} r="1.4" />
    ))}
  </g>
)

const Bars = ({ x, y }: { readonly x: number; readonly y: number }): ReactNode => (
  <path className="drawing-stroke" d={`M${x - 4} ${y - 3}h8M${x - 4} ${y}h8M${x - 4} ${y + 3}h8`} />
)

const Share = ({ x, y }: { readonly x: number; readonly y: number }): ReactNode => (
  <path className="drawing-stroke" d={`M${x - 4} ${y - 1}v6h8v-6M${x} ${y + 2}v-8M${x - 3} ${y - 3}l3 -3l3 3`} />
)

/** A list of choices, one of them the right one. */
const Menu = ({ y }: { readonly y: number }): ReactNode => (
  <>
    <rect className="drawing-body" x="30" y={y} width="66" height="58" rx="5" />
    {[0, 1, 2, 3].map((at) => (
      <rect
        key={at}
        className={at === 2 ? 'drawing-chosen' : 'drawing-line'}
        x="36"
        y={y + 7 + at * 12}
        width={at === 2 ? 54 : 40}
        height="7"
        rx="2"
      />
    ))}
  </>
)

const Home = (): ReactNode => (
  <>
    <rect className="drawing-body" x="18" y="4" width="84" height="152" rx="10" />
    {[0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => {
        const isOurs = row === 1 && column === 1
        return (
          <rect
            key={`${row}${column}`}
            className={isOurs ? 'drawing-chosen' : 'drawing-line'}
            x={29 + column * 23}
            y={26 + row * 28}
            width="16"
            height="16"
            rx="4"
          />
        )
      }),
    )}
    <Circle x={60} y={62} r={15} />
  </>
)

const Window = ({ children }: { readonly children?: ReactNode }): ReactNode => (
  <>
    <rect className="drawing-body" x="4" y="30" width="112" height="92" rx="5" />
    <rect className="drawing-bar" x="10" y="37" width="90" height="11" rx="4" />
    {[60, 72, 84].map((y) => (
      <rect key={y} className="drawing-line" x="14" y={y} width="70" height="5" rx="2" />
    ))}
    {children}
  </>
)

const FIRST: Readonly<Record<Platform, ReactNode>> = {
  android: (
    <>
      <Phone bar="top" />
      <Dots x={90} y={21} />
      <Circle x={90} y={21} r={11} />
    </>
  ),
  samsung: (
    <>
      <Phone bar="bottom" />
      <Bars x={88} y={139} />
      <Circle x={88} y={139} r={11} />
    </>
  ),
  ios: (
    <>
      <Phone bar="bottom" />
      <Share x={60} y={139} />
      <Circle x={60} y={138} r={12} />
    </>
  ),
  desktop: (
    <Window>
      <path className="drawing-stroke" d="M93 39v5M90.500 42l2.500 2.500l2.500 -2.500M90 46.500h6" />
      <Circle x={93} y={42.5} r={9} />
    </Window>
  ),
}

const SECOND: Readonly<Record<Platform, ReactNode>> = {
  android: (
    <>
      <Phone bar="top" />
      <Menu y={30} />
    </>
  ),
  samsung: (
    <>
      <Phone bar="bottom" />
      <Menu y={68} />
    </>
  ),
  ios: (
    <>
      <Phone bar="bottom" />
      <Menu y={62} />
    </>
  ),
  desktop: (
    <Window>
      <rect className="drawing-body" x="48" y="52" width="62" height="40" rx="4" />
      <rect className="drawing-line" x="54" y="59" width="42" height="5" rx="2" />
      <rect className="drawing-chosen" x="78" y="76" width="26" height="10" rx="3" />
    </Window>
  ),
}

type Props = { readonly platform: Platform; readonly step: 1 | 2 | 3; readonly alt: string }

/** Our own line drawing of one step; no maker's picture and no maker's mark. */
export const Picture = ({ platform, step, alt }: Props): ReactNode => (
  <Frame alt={alt}>{step === 1 ? FIRST[platform] : step === 2 ? SECOND[platform] : <Home />}</Frame>
)
