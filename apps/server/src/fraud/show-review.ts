import type { Beside, FraudReview } from '@an-sinh/contract'
import { decideMove, findDifferences, findReviewReason, maskPhone, type PhotoKind } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { findStandingDecision } from '../decisions/index.ts'
import { listPhotoKindsOf } from '../documents/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOffice } from '../reference/index.ts'
import { isSubmitted, listRegistrations, type SubmittedRegistration } from '../registrations/index.ts'
import { listSignals, type SignalRow } from '../fraud-signals/index.ts'
import { makeGraph } from './make-graph.ts'
import { requireReview } from './require-review.ts'
import { listLinks, listReviews } from './suspect-queries.ts'
import { toSignalAnswer } from './to-signal-answer.ts'

/** More than this is not compared by eyes; how many more there are is told. */
const MOST_BESIDE = 8

/** Which picture each signal of pictures is about. */
const PICTURES = { 'portrait-shared': ['portrait'], 'card-altered': ['id-front'] } as const

/** The pictures of another registration that a signal of pictures makes alike. */
export const picturesOf = (signals: readonly SignalRow[], otherId: string): PhotoKind[] =>
  signals.flatMap(({ kind, others }) =>
    others.includes(otherId) && (kind === 'portrait-shared' || kind === 'card-altered') ? PICTURES[kind] : [],
  )

const differencesOf = (self: SubmittedRegistration, other: SubmittedRegistration): Beside['differences'] =>
  findDifferences({ ...self.declared, phone: self.provedPhone }, { ...other.declared, phone: other.provedPhone }).map(
    ({ field, verdict, rule, declared, registered }) => {
      const show = (value: string | null): string | null => (value === null || field !== 'phone' ? value : maskPhone(value))
      return { field, verdict, rule, mine: show(declared), theirs: show(registered) }
    },
  )

const toBeside = async (
  sql: Queryable,
  self: SubmittedRegistration,
  signals: readonly SignalRow[],
  others: readonly SubmittedRegistration[],
): Promise<Beside[]> => {
  const kept = await listPhotoKindsOf(
    sql,
    others.map(({ registrationId }) => registrationId),
  )
  const beside: Beside[] = []
  for (const other of others) {
    const { registrationId, fileNumber, state, declared } = other
    beside.push({
      registrationId,
      fileNumber,
      state,
      fullName: declared.fullName,
      officeName: (await findOffice(sql, other.officeId))?.name ?? '',
      kinds: signals.filter((signal) => signal.others.includes(registrationId)).map(({ kind }) => kind),
      pictures: picturesOf(signals, registrationId).filter((kind) => kept.get(registrationId)?.includes(kind) === true),
      differences: differencesOf(self, other),
    })
  }
  return beside
}

const toReviews = async (sql: Queryable, registrationId: string): Promise<FraudReview['reviews']> =>
  (await listReviews(sql, registrationId)).map(({ kind, reasonCode, said, staffName, at, undone }) => ({
    kind,
    undone,
    said,
    staffName,
    at: at.toISOString(),
    reason: findReviewReason(kind, reasonCode)?.label ?? { vi: reasonCode, en: reasonCode },
  }))

const recordRead = (platform: Platform, actor: StaffActor, shown: readonly SubmittedRegistration[], requestId: string): Promise<void> =>
  inTransaction(platform, async (transaction) => {
    for (const { registrationId, personId } of shown)
      await recordAudit(transaction, { actor, action: 'review-read', registrationId, personId, requestId })
  })

/** A case under review with all that hangs together with it; everybody shown is a line of the audit. */
export async function showReview(platform: Platform, request: FastifyRequest, registrationId: string): Promise<FraudReview> {
  const actor = requireActor(request, 'staff')
  const { sql } = platform
  const row = await requireReview(sql, actor, registrationId)
  const signals = await listSignals(sql, [registrationId])
  const takingPart = [...new Set(signals.flatMap(({ others }) => others))]
  const others = (await listRegistrations(sql, takingPart.slice(0, MOST_BESIDE))).filter(isSubmitted)
  const links = await listLinks(sql, [registrationId, ...others.map((other) => other.registrationId)])
  const decision = await findStandingDecision(sql, registrationId)
  const shown: FraudReview = {
    registrationId,
    version: row.version,
    fileNumber: row.fileNumber,
    fullName: row.declared.fullName,
    bornOn: row.declared.bornOn,
    state: row.state,
    pictures: (await listPhotoKindsOf(sql, [registrationId])).get(registrationId) ?? [],
    signals: signals.map(toSignalAnswer),
    beside: await toBeside(sql, row, signals, others),
    more: takingPart.length - others.length,
    graph: makeGraph(row, others, { signals, links }),
    reviews: await toReviews(sql, registrationId),
    undo: decision?.running === true ? { decisionId: decision.decisionId, releasesAt: decision.releasesAt.toISOString() } : null,
    may: { pass: row.state === 'fraud-review' || signals.length > 0, refuse: decideMove(row.state, 'refuse-fraud', 'supervisor').ok },
  }
  await recordRead(platform, actor, [row, ...others], request.id)
  return shown
}
