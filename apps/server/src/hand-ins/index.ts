import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getHandIns, makeHandInBatch } from './make-hand-in-batch.ts'
import { deliverHandInBatch, getHandInBatch, getHandInCover, getHandInReceipt } from './show-hand-in-batch.ts'
import { putFormAside, tickForm } from './tick-form.ts'

/** Signed forms that an employer hands in: ticked off, put aside, and batched through the door of batches. */
export function registerHandIns(server: Server, platform: Platform): void {
  for (const register of [
    getHandIns,
    tickForm,
    putFormAside,
    makeHandInBatch,
    getHandInBatch,
    deliverHandInBatch,
    getHandInCover,
    getHandInReceipt,
  ])
    register(server, platform)
}
