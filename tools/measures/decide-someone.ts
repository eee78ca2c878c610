import { randomUUID } from 'node:crypto'

import type { ApiClient } from './api-client.ts'

export type DecisionKind = 'approve' | 'return' | 'refuse'
export type Decided = { decisionId: string; registrationId: string; kind: DecisionKind; keyAt: number; releasesAt: number }

type Case = {
  state: string
  version: number
  persons: { personId: number }[]
  documentKinds: { code: string }[]
  checklist: { code: string }[]
  reasons: { code: string; for: string }[]
  decision: { decisionId: string; releasesAt: string } | null
}

const TRIES = 20

const toOrder = (shown: Case, decisionId: string, kind: DecisionKind) => ({
  decisionId,
  version: shown.version,
  kind,
  personId: kind === 'approve' ? (shown.persons[0]?.personId ?? null) : null,
  documentKind: shown.documentKinds[0]?.code ?? null,
  checklist: shown.checklist.map((item) => item.code),
  reasonCodes:
    kind === 'approve'
      ? []
      : shown.reasons
          .filter((reason) => reason.for === kind)
          .slice(0, 1)
          .map((reason) => reason.code),
})

/**
 * The clerk's part for one case, patiently: lock, paper received, decided. After every lost answer the case is looked at again, as a
 * clerk does; the decision keeps its id, so that saying it twice is one decision.
 */
export async function decideSomeone(clerk: ApiClient, registrationId: string, kind: DecisionKind): Promise<Decided> {
  const path = `/api/counter/registrations/${registrationId}`
  const decisionId = randomUUID()
  let keyAt = 0
  let last: unknown = null
  await clerk.mustPatiently('PUT', `${path}/lock`)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const shown = (await clerk.mustPatiently('GET', path)).body as unknown as Case
    if (shown.decision !== null) {
      if (shown.decision.decisionId !== decisionId) throw new Error(`${registrationId} was decided by another decision`)
      return { decisionId, registrationId, kind, keyAt, releasesAt: Date.parse(shown.decision.releasesAt) }
    }
    if (shown.state === 'awaiting-visit') last = (await clerk.patiently('POST', `${path}/receipt`, { version: shown.version })).body
    else {
      if (keyAt === 0) keyAt = Date.now()
      last = (await clerk.patiently('POST', `${path}/decision`, toOrder(shown, decisionId, kind))).body
    }
  }
  throw new Error(`${registrationId} could not be decided: ${JSON.stringify(last)}`)
}

/** Eight of ten are approved, one is returned, one refused. */
export const kindOf = (at: number): DecisionKind => (at % 10 === 8 ? 'return' : at % 10 === 9 ? 'refuse' : 'approve')
