import type { RefusalAnswer } from '@an-sinh/contract'

/** Why a call brought no answer: no network, no answer in time, a system in trouble (5xx without words of its own), or a refusal in the server's words. */
export type FailureKind = 'offline' | 'too-slow' | 'trouble' | 'refused'

/** Thrown by `call`. `refusal` is there when, and only when, the server answered in its own words. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  readonly status: number
  readonly refusal: RefusalAnswer | null

  constructor(kind: FailureKind, status = 0, refusal: RefusalAnswer | null = null) {
    super(refusal?.code ?? kind)
    this.kind = kind
    this.status = status
    this.refusal = refusal
  }
}

/** Nothing was decided by the server: the same call may be made again later. */
export const isPassing = (failure: unknown): boolean => failure instanceof Failure && (failure.kind !== 'refused' || failure.status >= 500)

/** The refusal's code, when the server refused. */
export const findCode = (failure: unknown): string | null => (failure instanceof Failure ? (failure.refusal?.code ?? null) : null)
