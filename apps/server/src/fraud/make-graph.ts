import type { Graph, GraphNode } from '@an-sinh/contract'
import type { SubmittedRegistration } from '../registrations/index.ts'
import type { SignalRow } from '../fraud-signals/index.ts'
import type { LinkRow } from './suspect-queries.ts'

/** Signals whose others hang together by a thing of their own; phones, devices and addresses come from the traces. */
const THINGS = { 'portrait-shared': 'photo', 'card-altered': 'photo', 'number-claimed-twice': 'number', 'hasty-clerk': 'clerk' } as const
const isThing = (kind: string): kind is keyof typeof THINGS => kind in THINGS

const toNode = (row: SubmittedRegistration, self: string): GraphNode => ({
  id: row.registrationId,
  kind: row.registrationId === self ? 'applicant' : 'other',
  label: `${row.declared.fullName} (${row.fileNumber})`,
})

/** All that hangs together with a case in one picture: people on one side, what they share on the other. Labels of things are made by the screen. */
export function makeGraph(
  self: SubmittedRegistration,
  others: readonly SubmittedRegistration[],
  { signals, links }: { signals: readonly SignalRow[]; links: readonly LinkRow[] },
): Graph {
  const shown = new Set([self.registrationId, ...others.map(({ registrationId }) => registrationId)])
  const edges: Graph['edges'] = []
  const things = new Map<string, GraphNode>()
  const join = (registrationId: string, thing: GraphNode): void => {
    if (!shown.has(registrationId)) return
    things.set(thing.id, thing)
    edges.push({ from: registrationId, to: thing.id })
  }
  for (const { kind, trace, registrationId } of links) join(registrationId, { id: `${kind}/${trace.slice(0, 12)}`, kind, label: '' })
  for (const { kind, others: takingPart } of signals)
    if (isThing(kind))
      for (const registrationId of [self.registrationId, ...takingPart]) join(registrationId, { id: kind, kind: THINGS[kind], label: '' })
  return { nodes: [...[self, ...others].map((row) => toNode(row, self.registrationId)), ...things.values()], edges }
}
