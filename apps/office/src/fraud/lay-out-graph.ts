import type { Graph, GraphNode } from '@an-sinh/contract'

export type Placed = GraphNode & { readonly x: number; readonly y: number }
export type LaidOut = {
  readonly nodes: readonly Placed[]
  readonly lines: readonly { readonly from: Placed; readonly to: Placed }[]
  readonly height: number
}

const ROW = 64
const MARGIN = 40
/** Where each kind stands: the case on the left, what is shared in the middle, the others on the right. */
const COLUMN = { left: 110, middle: 400, right: 690 } as const
export const GRAPH_WIDTH = 800

const columnOf = ({ kind }: GraphNode): keyof typeof COLUMN => (kind === 'applicant' ? 'left' : kind === 'other' ? 'right' : 'middle')

/** Three columns, each in the middle of the height: no force, no chance, the same picture every time. */
export const layOutGraph = ({ nodes, edges }: Graph): LaidOut => {
  const columns = { left: [], middle: [], right: [] } as Record<keyof typeof COLUMN, GraphNode[]>
  for (const node of nodes) columns[columnOf(node)].push(node)
  const rows = Math.max(1, ...Object.values(columns).map((column) => column.length))
  const height = MARGIN * 2 + (rows - 1) * ROW
  const placed = (Object.keys(COLUMN) as (keyof typeof COLUMN)[]).flatMap((column) =>
    columns[column].map((node, at) => ({
      ...node,
      x: COLUMN[column],
      y: height / 2 + (at - (columns[column].length - 1) / 2) * ROW,
    })),
  )
  const byId = new Map(placed.map((node) => [node.id, node]))
  const lines = edges.flatMap(({ from, to }) => {
    const ends = [byId.get(from), byId.get(to)] as const
    return ends[0] === undefined || ends[1] === undefined ? [] : [{ from: ends[0], to: ends[1] }]
  })
  return { nodes: placed, lines, height }
}
