import { timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'
import type { BadgeRow } from './badge-queries.ts'

const SEAL_BYTES = 10

type Meant = Pick<BadgeRow, 'pointCode' | 'agentCode' | 'authorityNumber'>

const sealOf = (keyring: Keyring, { pointCode, agentCode, authorityNumber }: Meant): Buffer =>
  keyring.hmac('statement', `agent-badge/${pointCode}/${agentCode}/${authorityNumber ?? ''}`).subarray(0, SEAL_BYTES)

/** The point's own code and our seal over point, agent and authorisation: nothing is stored, and no letter of it can be changed. */
export const badgeCodeOf = (keyring: Keyring, meant: Meant): string =>
  `${meant.pointCode}~${sealOf(keyring, meant).toString('hex').toUpperCase()}`

/** What a scanned or typed code says it is; null when it cannot be one of ours. */
export function parseBadgeCode(text: string): { pointCode: string; seal: Buffer } | null {
  const [, pointCode = '', seal = ''] = /^([0-9A-Z][0-9A-Z./-]{1,29})~([0-9A-F]{20})$/u.exec(text.trim().toUpperCase()) ?? []
  return pointCode === '' ? null : { pointCode, seal: Buffer.from(seal, 'hex') }
}

/** Whether the seal is the one over this time of the point. */
export const isSealOf = (keyring: Keyring, row: Meant, seal: Buffer): boolean => timingSafeEqual(sealOf(keyring, row), seal)
