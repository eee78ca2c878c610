import { randomFillSync } from 'node:crypto'
import { ERROR_ID_RULE, makeErrorId } from '@an-sinh/domain'

/** Drawn a thousand at a time: one id costs a few microseconds, and every request has one. */
const pool = Buffer.alloc(ERROR_ID_RULE.randomBytes * 1024)
let at = pool.length

const drawBytes = (): Uint8Array => {
  if (at >= pool.length) {
    randomFillSync(pool)
    at = 0
  }
  at += ERROR_ID_RULE.randomBytes
  return pool.subarray(at - ERROR_ID_RULE.randomBytes, at)
}

/** The id of a request, `K7M-2QX-R4T`: what an error page shows and a helper types. */
export function makeRequestId(): string {
  for (;;) {
    const id = makeErrorId(drawBytes())
    if (id !== null) return id
  }
}
