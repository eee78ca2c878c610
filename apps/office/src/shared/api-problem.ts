import type { RefusalAnswer, RefusalCode } from '@an-sinh/contract'

export type ProblemCode = RefusalCode | 'unreachable'

/** Why a request brought no good answer: the server's refusal with its sentence, or no connection. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  readonly refusal: RefusalAnswer | null

  constructor(code: ProblemCode, refusal: RefusalAnswer | null = null) {
    super(refusal?.sentence ?? code)
    this.code = code
    this.refusal = refusal
  }
}

/** The code of a problem; anything that is not one is a bug of ours. */
export const problemCode = (error: unknown): ProblemCode => (error instanceof ApiProblem ? error.code : 'bug')
