import type { Graph } from '@an-sinh/contract'
import { fraudMessages } from './fraud-messages.ts'
import { GRAPH_WIDTH, layOutGraph, type Placed } from './lay-out-graph.ts'

const BOX = { width: 210, height: 46 } as const
/** As many letters as fit the box. */
const FITTING = 25
const shorten = (text: string): string => (text.length > FITTING ? `${text.slice(0, FITTING - 1)}…` : text)

const useLabel = () => {
  const say = fraudMessages.useSay()
  return ({ kind, label }: Pick<Placed, 'kind' | 'label'>): string => (label === '' ? say(`node-${kind}`) : label)
}

/** Name above, file number below. */
const Label = ({ text }: { readonly text: string }) => {
  const [name = '', number] = text.split(' (')
  return (
    <text textAnchor="middle" dominantBaseline="central">
      <tspan x="0" y={number === undefined ? 0 : -9}>
        {shorten(name)}
      </tspan>
      {number === undefined ? null : (
        <tspan x="0" y="10" className="node-number-below">
          {number.replace(')', '')}
        </tspan>
      )}
    </text>
  )
}

/** The same in words, for ears and for copying. */
const InWords = ({ graph }: { readonly graph: Graph }) => {
  const say = fraudMessages.useSay()
  const labelOf = useLabel()
  const things = graph.nodes.filter(({ kind }) => kind !== 'applicant' && kind !== 'other')
  if (things.length === 0) return <p>{say('alone')}</p>
  return (
    <ul>
      {things.map((thing) => {
        const people = graph.edges.flatMap(({ from, to }) => (to === thing.id ? graph.nodes.filter(({ id }) => id === from) : []))
        return <li key={thing.id}>{say('nodeShares', { thing: labelOf(thing), people: people.map(labelOf).join('; ') })}</li>
      })}
    </ul>
  )
}

/** Everything that hangs together with a case, drawn; the list beside it says the same. */
export const ReviewGraph = ({ graph }: { readonly graph: Graph }) => {
  const say = fraudMessages.useSay()
  const labelOf = useLabel()
  const { nodes, lines, height } = layOutGraph(graph)
  return (
    <section aria-labelledby="review-picture">
      <h2 id="review-picture">{say('picture')}</h2>
      <svg className="review-graph" viewBox={`0 0 ${GRAPH_WIDTH} ${height}`} aria-hidden="true">
        {lines.map(({ from, to }) => (
          <line key={`${from.id} ${to.id}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {nodes.map((node) => (
          <g key={node.id} className={`node node-${node.kind}`} transform={`translate(${node.x} ${node.y})`}>
            <rect
              x={-BOX.width / 2}
              y={-BOX.height / 2}
              width={BOX.width}
              height={BOX.height}
              rx={node.kind === 'applicant' || node.kind === 'other' ? 6 : 22}
            />
            <Label text={labelOf(node)} />
          </g>
        ))}
      </svg>
      <details open>
        <summary>{say('pictureList')}</summary>
        <InWords graph={graph} />
      </details>
    </section>
  )
}
