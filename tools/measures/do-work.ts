import { hash } from 'node:crypto'

/** What the server wants done before it takes a request, done: the header `x-work`. */
export const doWork = ({ challenge, bits }: { challenge: string; bits: number }): string => {
  for (let number = 0; ; number += 1)
    if (hash('sha256', `${challenge}.${number}`, 'buffer').readUInt32BE(0) >>> (32 - bits) === 0) return `${challenge}.${number}`
}
