import { deliverHandInBatchRoute, getHandInBatchRoute, getHandInCoverRoute, getHandInReceiptRoute } from '@an-sinh/contract'
import type { FastifyReply } from 'fastify'
import { renderBatchReceipt, renderCoverSheet } from '../batches/index.ts'
import { recordAudit } from '../audit/index.ts'
import { type EmployerActor, requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction, inTransaction } from '../platform/transaction.ts'
import { findBatch, noteDelivery } from './hand-in-queries.ts'
import { showHandInBatch } from './show-hand-ins.ts'

const show = (platform: Platform, { employerId }: EmployerActor, batchId: string) =>
  inEmployerTransaction(platform, (transaction) => showHandInBatch(transaction, employerId, batchId))

/** @throws Refusal `batch-unknown`, for another employer's batch too */
const requireOwn = async (platform: Platform, { employerId }: EmployerActor, batchId: string): Promise<void> => {
  requireFound(await inEmployerTransaction(platform, (transaction) => findBatch(transaction, employerId, batchId)), 'batch-unknown')
}

const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf)

export function getHandInBatch(server: Server, platform: Platform): void {
  addRoute(server, getHandInBatchRoute, async ({ params, request }) => show(platform, requireActor(request, 'employer'), params.batchId))
}

export function deliverHandInBatch(server: Server, platform: Platform): void {
  addRoute(server, deliverHandInBatchRoute, async ({ params: { batchId }, request }) => {
    const actor = requireActor(request, 'employer')
    await requireOwn(platform, actor, batchId)
    await inTransaction(platform, async (transaction) => {
      await noteDelivery(transaction, batchId)
      await recordAudit(transaction, { actor, action: 'employer-batch-delivered', requestId: request.id, details: { batchId } })
    })
    return show(platform, actor, batchId)
  })
}

export function getHandInCover(server: Server, platform: Platform): void {
  addRoute(server, getHandInCoverRoute, async ({ params: { batchId }, request, reply }) => {
    await requireOwn(platform, requireActor(request, 'employer'), batchId)
    return sendPdf(reply, 'bang-ke', await renderCoverSheet(platform, batchId))
  })
}

export function getHandInReceipt(server: Server, platform: Platform): void {
  addRoute(server, getHandInReceiptRoute, async ({ params: { batchId }, request, reply }) => {
    await requireOwn(platform, requireActor(request, 'employer'), batchId)
    return sendPdf(reply, 'bien-ban-giao-nhan', await renderBatchReceipt(platform, batchId))
  })
}
