import { timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'
import type { BadgeRow } from './badge-queries.ts'

const SEAL_BYTES = 10

type Meant = Pick<BadgeRow, 'pointCode' | 'agentCode' | 'authorityNumber'>

/** The first badge of a point under its authorisation needs no number to be told from others. */
const sealOf = (keyring: Keyring, { pointCode, agentCode, authorityNumber }: Meant, serial: number): Buffer =>
  keyring
    .hmac('statement', `agent-badge/${pointCode}/${agentCode}/${authorityNumber ?? ''}${serial === 1 ? '' : `/${serial}`}`)
    .subarray(0, SEAL_BYTES)

/** The point's own code and our seal over point, agent, authorisation and serial number: no letter of it can be changed. */
export const badgeCodeOf = (keyring: Keyring, meant: Meant, serial: number): string =>
  `${meant.pointCode}~${sealOf(keyring, meant, serial).toString('hex').toUpperCase()}`

/** What a scanned or typed code says it is; null when it cannot be one of ours. */
export function parseBadgeCode(text: string): { pointCode: string; seal: Buffer } | null {
  const [, pointCode = '', seal = ''] = /^([0-9A-Z][0-9A-Z./-]{1,29})~([0-9A-F]{20})$/u.exec(text.trim().toUpperCase()) ?? []
  return pointCode === '' ? null : { pointCode, seal: Buffer.from(seal, 'hex') }
}

/** Which of the badges made so far under this time of the point carries the seal; null for none. */
export function serialOfSeal(keyring: Keyring, row: Meant & { serial: number }, seal: Buffer): number | null {
  for (let serial = 1; serial <= row.serial; serial += 1) if (timingSafeEqual(sealOf(keyring, row, serial), seal)) return serial
  return null
}
