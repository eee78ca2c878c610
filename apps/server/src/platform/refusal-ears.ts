import type { RefusalCode } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import type { RefusalDetails } from './refusal.ts'

/** Hears of every refusal and error that is answered. Must return at once and never throw. */
export type RefusalListener = {
  hear: (request: FastifyRequest, code: RefusalCode, details: RefusalDetails) => void
  /** How many it let go because there were too many. */
  dropped: () => number
}
/** `listener`: null while nobody listens. */
export type RefusalEars = { listener: RefusalListener | null }
