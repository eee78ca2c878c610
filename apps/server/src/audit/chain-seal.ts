import type { Keyring } from '../platform/keyring.ts'
import type { LineRow } from './audit-queries.ts'

/** Before a chain's first seal. */
export const CHAIN_START = Buffer.alloc(32)

/** Every field of a line in a fixed order: two lines differ if and only if their texts do. */
const textOf = (line: LineRow): string =>
  JSON.stringify([
    line.lineId,
    line.chain,
    line.at,
    line.actorKind,
    line.actorId,
    line.action,
    line.personId,
    line.registrationId,
    line.reasonCode,
    line.requestId,
    line.details,
  ])

/**
 * One link: HMAC-SHA256 over the link before, the place in the chain and the line. The key never enters the database, so its owner
 * can change a line but cannot mend the chain. `line` null: the line was gone before it could be sealed.
 */
export function sealLine(
  keyring: Keyring,
  previous: Buffer,
  place: { chain: number; sealNo: number; lineId: number },
  line: LineRow | null,
): Buffer {
  const head = `${place.chain}/${place.sealNo}/${place.lineId}/`
  return keyring.hmac('audit', Buffer.concat([previous, Buffer.from(head), Buffer.from(line === null ? 'gone' : textOf(line))]))
}
