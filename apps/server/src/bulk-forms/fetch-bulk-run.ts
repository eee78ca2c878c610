import { Readable } from 'node:stream'
import { fetchBulkRunRoute, getBulkRunRoute, stopBulkRunRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction, inTransaction } from '../platform/transaction.ts'
import { printRun } from './print-run.ts'
import { claimRun, endRun, findEmployerName, findRun } from './run-queries.ts'
import { toRunAnswer } from './to-run-answer.ts'

const REFUSALS = { unknown: 'bulk-run-unknown', used: 'bulk-run-used', 'at-work': 'bulk-run-at-work', busy: 'overloaded' } as const

export function getBulkRun(server: Server, platform: Platform): void {
  addRoute(server, getBulkRunRoute, async ({ params: { runId }, request }) => {
    const who = requireActor(request, 'employer')
    return toRunAnswer(
      requireFound(await inEmployerTransaction(platform, (transaction) => findRun(transaction, who, runId)), 'bulk-run-unknown'),
    )
  })
}

/** Made by the agency's side from the lines of the run, which an employer's rights chose. Nothing of the file is kept. */
export function fetchBulkRun(server: Server, platform: Platform): void {
  addRoute(server, fetchBulkRunRoute, async ({ params: { runId }, request, reply }) => {
    const actor = requireActor(request, 'employer')
    const { employerId } = actor
    const claim = await inTransaction(platform, (transaction) => claimRun(transaction, actor, runId))
    if (claim !== 'claimed') throw new Refusal(REFUSALS[claim])
    const employerName = await findEmployerName(platform.sql, employerId)
    const pages = printRun(platform, { runId, employerId, employerName, actor, requestId: request.id })
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="to-khai-mau-01.pdf"')
      .send(Readable.from(pages, { objectMode: false, highWaterMark: 1 }))
  })
}

export function stopBulkRun(server: Server, platform: Platform): void {
  addRoute(server, stopBulkRunRoute, async ({ params: { runId }, request }) => {
    const who = requireActor(request, 'employer')
    requireFound(await inEmployerTransaction(platform, (transaction) => findRun(transaction, who, runId)), 'bulk-run-unknown')
    await endRun(platform.sql, runId, 'stopped')
    return toRunAnswer(requireFound(await findRun(platform.sql, who, runId), 'bulk-run-unknown'))
  })
}
