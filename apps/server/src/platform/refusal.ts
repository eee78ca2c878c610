import type { RefusalCode } from '@an-sinh/contract'

export type RefusalDetails = {
  tryAgainAt?: Date
  fields?: { field: string; code: RefusalCode }[]
  work?: { challenge: string; bits: number }
}

/** The one way to say no. Everything else thrown is a bug and shows only a request id. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** Narrows or refuses: `requireFound(await findX(...), 'not-found')`. */
export function requireFound<T>(value: T | null | undefined, code: RefusalCode): T {
  if (value === null || value === undefined) throw new Refusal(code)
  return value
}
