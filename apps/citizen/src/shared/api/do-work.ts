import type { WorkChallenge } from '@an-sinh/contract'

/** So many tries run together before the page may breathe. */
const AT_ONCE = 256

const hasZeroBits = (digest: ArrayBuffer, bits: number): boolean => new DataView(digest).getUint32(0) >>> (32 - bits) === 0

/**
 * Finds the number that the server asks for: a second of this device's time, so that asking for thousands costs hours. `bits` 1–32. Answers what
 * the header `x-work` carries.
 */
export const doWork = async ({ challenge, bits }: WorkChallenge): Promise<string> => {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += AT_ONCE) {
    const digests = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_nothing, at) =>
        crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}.${first + at}`)),
      ),
    )
    const found = digests.findIndex((digest) => hasZeroBits(digest, bits))
    if (found !== -1) return `${challenge}.${first + found}`
  }
}
